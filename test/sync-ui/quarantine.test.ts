// The way a manager takes through what is held back.
import { describe, expect, test } from 'vitest';
import type { QuarantineEntry } from '#schemas/sync/quarantine.ts';
import { command, creation } from '../setup/company.ts';
import { commandIn, documentNameIn, earlierOf, nextAfter, platesIn } from '../../client/quarantine/names.ts';

const entry = (id: number, entered: object, changes: Partial<QuarantineEntry> = {}): QuarantineEntry => ({
  id,
  kind: 'command',
  collection: 'commands',
  documentId: `document-${id}`,
  actorId: 'staff-clerk',
  actorName: 'clerk',
  deviceId: 'device-1',
  code: 'sender-disabled',
  entered: { ...entered },
  receivedAt: '2026-03-01T08:00:00.000Z',
  ...changes,
});

const creates = entry(1, { ...command('create-order', 'order-1', creation()), n: 1 });
const dispatches = entry(2, {
  ...command('dispatch', 'order-1', { vehicleId: 'vehicle-1', driverId: 'staff-driver1' }),
  n: 2,
});
const voids = entry(3, { ...command('void', 'order-2', { reason: '客户取消' }), n: 3 });
const customer = entry(
  4,
  { newDocumentState: { id: 'customer-1', name: '安和保险' } },
  { kind: 'document', collection: 'customers' },
);
const newestFirst = [customer, voids, dispatches, creates];

describe('an entry', () => {
  test('that is a command says what it is about, whatever came', () => {
    expect(commandIn(dispatches)).toMatchObject({ type: 'dispatch', orderId: 'order-1' });
    expect(commandIn(entry(9, { type: 7 }))).toEqual({
      type: '',
      orderId: '',
      at: undefined,
      payload: undefined,
    });
    expect(commandIn(customer)).toBeUndefined();
  });

  test('that is a document is called by its name, else by its id', () => {
    expect(documentNameIn(customer)).toBe('安和保险');
    expect(documentNameIn({ ...customer, entered: {} })).toBe('document-4');
  });

  test('names the car of an order that does not exist yet', () => {
    expect([...platesIn(newestFirst)]).toEqual([['order-1', '浙A88888']]);
  });
});

describe('what comes first', () => {
  test('is what the same device entered earlier about the same order', () => {
    expect(earlierOf(dispatches, newestFirst)).toEqual([creates]);
    expect(earlierOf(creates, newestFirst)).toEqual([]);
    expect(earlierOf(customer, newestFirst)).toEqual([]);
  });

  test('follows the device, not the order of arrival', () => {
    const late = entry(8, creates.entered);
    expect(earlierOf(dispatches, [late, dispatches])).toEqual([late]);
    const foreign = entry(8, creates.entered, { deviceId: 'device-2' });
    expect(earlierOf(dispatches, [foreign, dispatches])).toEqual([]);
  });
});

describe('after one was settled one goes on', () => {
  test('with the next one of the same order', () => {
    expect(nextAfter(creates, [customer, dispatches, voids, creates], 3)).toBe(dispatches);
  });

  test('else with what stands in its place, or stood before it', () => {
    expect(nextAfter(voids, newestFirst, 1)).toBe(dispatches);
    expect(nextAfter(voids, [customer], 1)).toBe(customer);
    expect(nextAfter(customer, [customer], 0)).toBeUndefined();
  });
});
