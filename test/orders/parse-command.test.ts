// What the door for commands refuses, and how it says so.
import { describe, expect, test } from 'vitest';
import { rejectionOf } from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';

const envelope = {
  id: 'command-1',
  n: 1,
  deviceId: 'device-1',
  type: 'depart',
  orderId: 'order-1',
  at: '2026-03-01T08:00:00Z',
  payload: {},
};

const refusalOf = (changed: object) => {
  const parsed = parseCommand({ ...envelope, ...changed });
  return parsed.ok ? undefined : parsed.error;
};

/** As it comes off the wire: here `__proto__` is a key like any other. */
const fromWire = (json: string): unknown => JSON.parse(json);

function nested(depth: number): object {
  let value: object = {};
  for (let level = 0; level < depth; level++) value = { inner: value };
  return value;
}

describe('the door', () => {
  test('lets a command through with its own fields only', () => {
    const parsed = parseCommand({ ...envelope, actorId: 'staff-admin', verdict: { status: 'applied' } });
    expect(parsed).toEqual({ ok: true, value: envelope });
  });

  test.each([undefined, null, 7, 'text', [], [envelope], () => envelope, Symbol('x')])(
    'refuses %s in place of a command',
    (value) => {
      expect(parseCommand(value)).toMatchObject({ ok: false, error: { code: 'invalid-command' } });
    },
  );

  test.each(['no-such-command', 'toString', 'constructor', '__proto__', 'hasOwnProperty', ''])(
    'does not know the type `%s`',
    (type) => {
      expect(refusalOf({ type })).toEqual({ code: 'unknown-command', detail: type });
    },
  );

  test.each([
    ['id', ''],
    ['id', '../other'],
    ['id', 'x'.repeat(65)],
    ['id', 'x'.repeat(1_000_000)],
    ['n', -1],
    ['n', 1.5],
    ['n', Number.NaN],
    ['n', '1'],
    ['orderId', null],
    ['at', 'yesterday'],
    ['at', '2026-13-01T08:00:00Z'],
    ['at', '2026-01-01T25:00:00Z'],
    ['at', '2026-01-01T08:00:00'],
    ['payload', null],
    ['payload', []],
    ['payload', 'x'],
  ])('refuses %s that is %j, and names it', (field, value) => {
    const refusal = refusalOf({ [field]: value });
    expect(refusal?.code).toBe('invalid-command');
    expect(refusal?.detail).toMatch(new RegExp(`^${field} `));
  });

  test.each([
    ['2026-03-01T08:00Z', true],
    ['2026-03-01T08:00:00.123456789+08:00', true],
    ['2026-02-30T08:00:00Z', true],
    ['2026-03-01T08:00:00+25:00', false],
  ])('takes the instant %s: %s', (at, isTaken) => {
    expect(refusalOf({ at }) === undefined).toBe(isTaken);
  });

  test.each([Number.NaN, Infinity, -1, '12', 100_001])('refuses a mileage of %s', (mileageKm) => {
    expect(refusalOf({ type: 'complete', payload: { mileageKm } })?.detail).toMatch(/^payload\.mileageKm /);
  });

  test.each([0.5, -1, 10_000_000_001, Number.NaN])('refuses an amount of %s fen', (amountFen) => {
    const refusal = refusalOf({ type: 'approve-price', payload: { amountFen } });
    expect(refusal?.detail).toMatch(/^payload\.amountFen /);
  });

  test.each(['', '   ', '\t\n'])('refuses the reason %j', (reason) => {
    expect(refusalOf({ type: 'void', payload: { reason } })?.code).toBe('invalid-command');
  });

  test('refuses a patch of a field that cannot be edited, and an empty one', () => {
    for (const patch of [{ status: 'completed' }, { note: 'x', finance: {} }, {}, { car: null }])
      expect(refusalOf({ type: 'edit-order', payload: { patch, base: {} } })?.code).toBe('invalid-command');
  });

  test('refuses what is nested without end, wherever it is', () => {
    const deep = nested(100_000);
    expect(refusalOf({ payload: deep })?.code).toBe('invalid-command');
    expect(refusalOf({ type: 'edit-order', payload: { patch: { note: 'x' }, base: { deep } } })?.code).toBe(
      'invalid-command',
    );
    expect(refusalOf({ type: 'verify', payload: { lines: [deep], amountFen: 1, method: 'm' } })?.code).toBe(
      'invalid-command',
    );
  });

  test.each(['a\0b', '🚗'.slice(0, 1)])('refuses text that no database can hold', (note) => {
    expect(refusalOf({ type: 'complete', payload: { note } })?.code).toBe('invalid-command');
    expect(refusalOf({ type: 'create-order', payload: creation({ fault: note }) })?.code).toBe(
      'invalid-command',
    );
  });

  test('is not taken in by a prototype that was sent along', () => {
    const sent = fromWire(
      `{"id":"c","n":1,"deviceId":"d","type":"depart","orderId":"o","at":"2026-03-01T08:00:00Z",
        "payload":{"__proto__":{"status":"completed"},"position":{"lng":1,"lat":1,"__proto__":{"x":1}}}}`,
    );
    const parsed = parseCommand(sent);
    expect(parsed.ok && JSON.stringify(parsed.value.payload)).toBe('{"position":{"lng":1,"lat":1}}');
    expect(Object.hasOwn(Object.prototype, 'status')).toBe(false);
  });

  test('keeps the reason short, however much is wrong', () => {
    const lines = Array.from({ length: 100 }, () => ({ item: '', quantity: -1 }));
    const parsed = parseCommand({ ...envelope, type: 'verify', payload: { lines } });
    expect(rejectionOf(parsed.ok ? { ok: true, value: [] } : parsed).detail?.length).toBeLessThanOrEqual(500);
  });
});
