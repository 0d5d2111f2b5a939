// An import is taken back: what it made goes, what it changed gets its former values, and what others have done since
// stays.
import { expect, it } from 'vitest';
import { customerImport } from '../../client/customers/import.ts';
import type { ImportDocument, ImportKind } from '../../client/import/kind.ts';
import type { Remembered } from '../../client/import/last-import.ts';
import { takeBack, type Undone } from '../../client/import/take-back.ts';
import { writeRows } from '../../client/import/write.ts';
import { staffImport } from '../../client/staff/import.ts';
import { fail, ok } from '#schemas/core/result.ts';
import type { Customer } from '#schemas/customers/customer.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import type { Knowledge } from '#schemas/reference/objections.ts';
import { all, knownTo } from '../reference/company.ts';
import { judge } from './fixtures.ts';

const [known, other] = all('customers');
if (!known || !other) throw new Error('There are too few customers');

type Sheet = readonly (readonly string[])[];

/** What a device holds and remembers; what is remembered is what comes back from its storage. */
class Device {
  readonly held: Map<string, ImportDocument>;
  /** With how often it had written until then. */
  memories: { readonly what: Remembered; readonly saves: number }[] = [];
  saves = 0;
  isFull = false;

  readonly kind: ImportKind;

  constructor(kind: ImportKind) {
    this.kind = kind;
    this.held = new Map(all(kind.collection).map((document) => [document.id, document]));
  }

  get remembered(): Remembered {
    return structuredClone(this.memories.at(-1)?.what ?? { made: [], changes: [] });
  }

  readonly #storage = {
    readNow: (ids: readonly string[]) =>
      Promise.resolve(new Map([...this.held].filter(([id]) => ids.includes(id)))),
    save: (documents: readonly ImportDocument[]) => {
      if (this.isFull) return Promise.resolve(fail({ code: 'not-stored' } as const));
      this.saves += 1;
      for (const document of documents) {
        if (document.deleted) this.held.delete(document.id);
        else this.held.set(document.id, document);
      }
      return Promise.resolve(ok(undefined));
    },
    pause: () => Promise.resolve(),
  };

  import(sheet: Sheet, options: { readonly isStopped?: () => boolean } = {}) {
    const rows = judge(this.kind, sheet, { stored: [...this.held.values()] });
    const remember = (what: Remembered) => {
      this.memories.push({ what, saves: this.saves });
      return Promise.resolve(true);
    };
    return writeRows(rows, remember, { ...this.#storage, ...options });
  }

  edit(id: string, edit: object): void {
    this.held.set(id, { ...this.held.get(id), ...edit } as ImportDocument);
  }

  undo(rules: Partial<Knowledge> = {}): Promise<Undone> {
    const directory = knownTo('admin').directory;
    for (const document of this.held.values()) directory.put(this.kind.collection, document);
    const own = knownTo('admin', { directory, ...rules });
    return takeBack(this.kind.collection, this.remembered, { ...this.#storage, known: own });
  }
}

const headers = ['客户名称', '客户类型', '联系电话', '地址', '发票抬头'];
const changing = [known.name, '', '13900000099', '新地址 1 号', '某某公司'];
const making = ['全新的客户', '保险公司', '13900000098', '', ''];

it('deletes what was new and gives what was there its former values, whole', async () => {
  const device = new Device(customerImport);
  await device.import([headers, changing, making]);
  expect(device.held.size).toBe(all('customers').length + 1);
  expect(await device.undo()).toEqual({ removed: 1, restored: 1, kept: [], overtaken: [] });
  expect([...device.held.values()]).toEqual(all('customers'));
});

it('leaves a field that somebody has changed since as it is, says so, and puts back the others', async () => {
  const device = new Device(customerImport);
  await device.import([headers, changing]);
  const { contact } = device.held.get(known.id) as Customer;
  device.edit(known.id, { contact: { ...contact, phone: '13900000077', name: '新联系人' }, note: '新备注' });
  expect(await device.undo()).toEqual({
    ...{ removed: 0, restored: 1, kept: [] },
    overtaken: [{ name: known.name, paths: ['contact.phone'] }],
  });
  expect(device.held.get(known.id)).toEqual({
    ...known,
    contact: { ...known.contact, phone: '13900000077', name: '新联系人' },
    note: '新备注',
  });
});

it('says of a record of which nothing is left as it was imported that it stays, and writes nothing to it', async () => {
  const device = new Device(customerImport);
  await device.import([headers, [known.name, '', '13900000099', '', '']]);
  device.edit(known.id, { contact: { ...known.contact, phone: '13900000077' } });
  const before = device.held.get(known.id);
  const undone = await device.undo();
  expect(undone).toMatchObject({ restored: 0, overtaken: [{ name: known.name, paths: ['contact.phone'] }] });
  expect(device.held.get(known.id)).toBe(before);
});

it('passes over a record that is gone and one that has its former values already', async () => {
  const device = new Device(customerImport);
  await device.import([headers, changing, [other.name, '', '13900000097', '', '']]);
  device.held.delete(known.id);
  device.held.set(other.id, other);
  expect(await device.undo()).toEqual({ removed: 0, restored: 0, kept: [], overtaken: [] });
  expect(device.held.has(known.id)).toBe(false);
});

it('keeps new ones that are in use by now, and says why', async () => {
  const device = new Device(customerImport);
  await device.import([headers, changing, making]);
  const { made } = device.remembered;
  const undone = await device.undo({ isUsed: (_, id) => made.includes(id) });
  expect(undone).toMatchObject({ removed: 0, restored: 1, overtaken: [] });
  expect(undone.kept).toMatchObject([{ id: made[0], name: '全新的客户', objection: { code: 'in-use' } }]);
});

it('does not bring back what the rules have against it by now, such as an outlet that is gone', async () => {
  const device = new Device(staffImport);
  const [person] = all('staff').filter(({ outletIds }) => outletIds.length === 1);
  const [former] = person?.outletIds ?? [];
  const [outlet] = all('outlets').filter(({ id }) => id !== former);
  if (!person || !outlet) throw new Error('Somebody works for one of several outlets');
  await device.import([
    ['用户名', '所在网点'],
    [person.username, outlet.name],
  ]);
  const undone = await device.undo({ isGone: ({ id }) => id === former });
  expect(undone.kept).toMatchObject([{ id: person.id, objection: { code: 'unknown-reference' } }]);
  expect((device.held.get(person.id) as Staff).outletIds).toEqual([outlet.id]);
});

it('undoes what was written before somebody stopped it, and holds nothing against the rest', async () => {
  const device = new Device(customerImport);
  const many = Array.from({ length: 150 }, (_, at) => [`客户 ${at}`, '保险公司', '', '', '']);
  await device.import([headers, ...many, changing], { isStopped: () => device.saves === 1 });
  expect(device.held.size).toBe(all('customers').length + 100);
  device.edit(known.id, { address: '别人改的' });
  expect(await device.undo()).toEqual({ removed: 100, restored: 0, kept: [], overtaken: [] });
});

it('remembers before it writes, so that a page which is closed in the middle can undo after a reload', async () => {
  const device = new Device(customerImport);
  await device.import([headers, changing, making]);
  device.memories = device.memories.filter(({ saves }) => saves === 0);
  expect(await device.undo()).toMatchObject({ removed: 1, restored: 1, kept: [], overtaken: [] });
  expect([...device.held.values()]).toEqual(all('customers'));
});

it('says what this device could not keep, and can be asked again', async () => {
  const device = new Device(customerImport);
  await device.import([headers, changing, making]);
  device.isFull = true;
  expect((await device.undo()).kept.map(({ name }) => name)).toEqual(['全新的客户', known.name]);
  device.isFull = false;
  expect(await device.undo()).toMatchObject({ removed: 1, restored: 1 });
});

it('writes nothing where this device cannot remember what to undo', async () => {
  const rows = judge(customerImport, [headers, making]);
  const save = () => Promise.reject(new Error('It was written'));
  const storage = { save, readNow: () => Promise.resolve(new Map()), pause: () => Promise.resolve() };
  expect(await writeRows(rows, () => Promise.resolve(false), storage)).toMatchObject({
    failed: true,
    made: [],
  });
});
