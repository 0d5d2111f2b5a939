// What is shown of what a person entered, and that there are words for all of it.
import { describe, expect, test } from 'vitest';
import { rejectionCodeList } from '#schemas/core/codes.ts';
import { commandPayloads, commandTypes, RepairPatch } from '#schemas/orders/commands.ts';
import { FinancePatch } from '#schemas/finance/repair.ts';
import { permissions } from '#schemas/staff/permissions.ts';
import { collectionNames, collections, isReference } from '#schemas/sync/collections.ts';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import { quarantineStrings } from '../../client/quarantine/strings.ts';
import { adviceStrings } from '../../client/sync/advice-strings.ts';
import { fieldsOfDocument, fieldsOfPayload } from '../../client/sync/entered-fields.ts';
import { fieldStrings } from '../../client/sync/field-strings.ts';
import { typeStrings } from '../../client/sync/type-strings.ts';
import { valueStrings } from '../../client/sync/value-strings.ts';

describe('the fields of a command', () => {
  test('are what was typed, without what belongs to the program', () => {
    expect(fieldsOfPayload({ reason: '客户取消', copiedFrom: 'order-1' })).toEqual([
      { field: 'reason', value: '客户取消' },
    ]);
  });

  test('of an edit are the changed ones, each with what its author saw', () => {
    const payload = { patch: { note: '北门', destination: null }, base: { note: '南门', fault: '爆胎' } };
    expect(fieldsOfPayload(payload)).toEqual([
      { field: 'note', value: '北门', before: { value: '南门' } },
      { field: 'destination', value: null, before: { value: null } },
    ]);
  });

  test('of something that is no payload are none', () => {
    for (const odd of [undefined, null, 'text', 7, ['list']]) expect(fieldsOfPayload(odd)).toEqual([]);
  });
});

describe('the fields of a document', () => {
  const assumed = { id: 'customer-1', name: '甲', address: '旧址', disabled: false, version: 4 };

  test('are those that were changed, added or taken away', () => {
    const { address: _, ...rest } = assumed;
    const mine = { ...rest, name: '乙', phone: '123', version: 9, edit: { deviceId: 'd', n: 1 } };
    expect(fieldsOfDocument({ newDocumentState: mine, assumedMasterState: assumed })).toEqual([
      { field: 'name', value: '乙', before: { value: '甲' } },
      { field: 'address', value: null, before: { value: '旧址' } },
      { field: 'phone', value: '123', before: { value: null } },
    ]);
  });

  test('are all of them when it is new', () => {
    expect(fieldsOfDocument({ newDocumentState: { id: 'x', name: '甲', disabled: false } })).toEqual([
      { field: 'name', value: '甲' },
      { field: 'disabled', value: false },
    ]);
  });

  test('are none when nothing can be read', () => {
    expect(fieldsOfDocument({})).toEqual([]);
  });
});

describe('there are words for', () => {
  const labelled = (fields: readonly string[]) =>
    fieldsOfPayload(Object.fromEntries(fields.map((field) => [field, 1])))
      .map(({ field }) => field)
      .filter((field) => !Object.hasOwn(fieldStrings.read('zh-CN'), field));

  test('every field that can be entered', () => {
    const inCommands = commandTypes
      .filter((type) => type !== 'edit-order' && type !== 'repair-order' && type !== 'repair-finance')
      .flatMap((type) => Object.keys(commandPayloads[type].properties));
    const inDocuments = collectionNames
      .filter(isReference)
      .flatMap((name) => Object.keys(collections[name].schema.properties));
    const patches = [RepairPatch, FinancePatch].flatMap(({ properties }) => Object.keys(properties));
    expect(labelled([...inCommands, ...patches, ...inDocuments])).toEqual([]);
  });

  test('every command, every kind of document and every permission', () => {
    const names = Object.keys(typeStrings.read('zh-CN'));
    expect(names).toEqual(expect.arrayContaining([...commandTypes, ...collectionNames.filter(isReference)]));
    expect(Object.keys(valueStrings.read('zh-CN').permissions)).toEqual([...permissions]);
  });

  test('what to do about every refusal of what was queued', () => {
    const elsewhere = [
      // Only a manager is told.
      'conflicts-full',
      ...[
        'order-not-closed',
        'wrong-finance-stage',
        'with-outlet',
        'same-person',
        'amount-mismatch',
        'amount-changed',
      ],
      ...['link-needed', 'already-rated', 'money-received', 'receipt-not-found', 'difference-unexplained'],
      'nothing-open',
      ...['credit-short', 'credit-used'],
      ...[
        'statement-not-found',
        'on-statement',
        'other-customer',
        'wrong-statement-state',
        'statement-empty',
        'statement-changed',
      ],
      ...['statement-full', 'line-not-found', 'line-stale', 'dispute-open', 'no-dispute'],
      ...[
        'allocation-wrong',
        'adjustment-wrong',
        'handover-not-found',
        'handover-exists',
        'cash-counted',
        'month-closed',
      ],
    ];
    const advised = Object.keys(adviceStrings.read('zh-CN')).filter((code) => code !== 'other');
    expect([...advised, ...elsewhere].sort()).toEqual([...rejectionCodeList].sort());
  });

  test('every reason for which something is held back, told to a manager', () => {
    const told = Object.keys(quarantineStrings.read('zh-CN').reason).sort();
    expect(told).toEqual(rejectionCodeList.filter(isHeldBack).sort());
  });
});
