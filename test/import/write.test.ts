// Rows go on top of what stands there when they are written, not when they were looked at.
import { expect, it } from 'vitest';
import { customerImport } from '../../client/customers/import.ts';
import type { ImportDocument } from '../../client/import/kind.ts';
import { writeRows } from '../../client/import/write.ts';
import { ok } from '#schemas/core/result.ts';
import type { Customer } from '#schemas/customers/customer.ts';
import { all } from '../reference/company.ts';
import { judge } from './fixtures.ts';

const [known] = all('customers');
if (!known) throw new Error('There is no customer');

async function writtenOn(current: Customer | undefined, sheet: readonly string[][]) {
  const rows = judge(customerImport, [['客户名称', '联系电话', '地址'], ...sheet]);
  const saved: ImportDocument[] = [];
  const outcome = await writeRows(rows, () => Promise.resolve(true), {
    readNow: () => Promise.resolve(new Map(current && [[current.id, current]])),
    save: (documents) => {
      saved.push(...documents);
      return Promise.resolve(ok(undefined));
    },
    pause: () => Promise.resolve(),
  });
  return { saved, outcome };
}

const phone = '13900000099';

it('keeps what others have changed since a row was judged', async () => {
  const current = { ...known, version: 77, address: '新地址 1 号' };
  const { saved, outcome } = await writtenOn(current, [[known.name, phone, '']]);
  expect(saved).toEqual([{ ...current, contact: { ...known.contact, phone } }]);
  expect(outcome).toMatchObject({ changed: 1, made: [] });
  expect(outcome.overtaken.size).toBe(0);
});

it('leaves out a row that changes what somebody else changed differently since', async () => {
  const current = { ...known, contact: { ...known.contact, phone: '13900000077' } };
  const { saved, outcome } = await writtenOn(current, [[known.name, phone, '']]);
  expect(saved).toEqual([]);
  expect(outcome.changed).toBe(0);
  expect([...outcome.overtaken]).toEqual([2]);
});

it('does not bring back what was deleted since', async () => {
  const { saved, outcome } = await writtenOn(undefined, [[known.name, phone, '']]);
  expect(saved).toEqual([]);
  expect([...outcome.overtaken]).toEqual([2]);
});
