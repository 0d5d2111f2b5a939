// Whatever comes through the door: a command with nothing but its own fields, or a refusal; never a throw.
import { describe, expect, test } from 'vitest';
import { fc, opened, told, wayTo } from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import { contextOf } from '../setup/rules.ts';
import { rejectionCodeList } from '#schemas/core/codes.ts';
import { commandTypes } from '#schemas/orders/commands.ts';
import { decide } from '#schemas/orders/decide.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';

const envelope = {
  id: 'command-9',
  n: 9,
  deviceId: 'device-1',
  type: 'depart',
  orderId: 'order-1',
  at: '2026-03-01T08:00:00Z',
  payload: {},
};

/** Values as they come out of JSON, odd keys included, and some that JSON cannot hold. */
const anything = fc.anything({
  key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'payload', 'patch'), fc.string()),
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  maxDepth: 6,
});

function expectAnswer(value: unknown): void {
  const parsed = parseCommand(value);
  if (parsed.ok) expect(commandTypes).toContain(parsed.value.type);
  else expect(rejectionCodeList).toContain(parsed.error.code);
  if (!parsed.ok) expect(parsed.error.detail?.length ?? 0).toBeLessThanOrEqual(500);
}

describe('a command', () => {
  test('of any shape gets an answer', () => {
    fc.assert(fc.property(anything, expectAnswer));
  });

  test('with any one part replaced by anything gets an answer', () => {
    const parts = fc.constantFrom('id', 'n', 'deviceId', 'type', 'orderId', 'at', 'payload');
    const property = fc.property(parts, anything, fc.constantFrom(...commandTypes), (part, value, type) => {
      expectAnswer({ ...envelope, type, [part]: value });
    });
    fc.assert(property);
  });

  test('of any type with any payload gets an answer, and so does the rule that judges it', () => {
    const payload = fc.dictionary(fc.constantFrom('reason', 'patch', 'base', 'lines', 'amountFen'), anything);
    const property = fc.property(fc.constantFrom(...commandTypes), payload, (type, given) => {
      const parsed = parseCommand({ ...envelope, type, payload: given });
      if (!parsed.ok) return;
      const decision = decide(told(...wayTo.completed), parsed.value, contextOf('admin'));
      if (!decision.ok) expect(rejectionCodeList).toContain(decision.error.code);
    });
    fc.assert(property);
  });
});

describe('a field that is none of the command', () => {
  const smuggled = fc.dictionary(
    fc.constantFrom('id', 'by', 'at', 'status', 'flag', 'type', 'recordedAt', 'stage', 'timeline', 'finance'),
    fc.constantFrom('voided', 'staff-admin', 'command-1', '2020-01-01T00:00:00Z'),
    { minKeys: 1 },
  );

  test('neither reaches the timeline nor the order', () => {
    const property = fc.property(smuggled, (extra) => {
      const order = told(...wayTo.dispatched);
      const after = (command: object) => judged(order, command);
      const position = { lng: 120, lat: 30 };
      expect(
        after({ ...envelope, ...{ payload: { ...extra, position: { ...position, ...extra } } } }),
      ).toEqual(after({ ...envelope, payload: { position } }));
    });
    fc.assert(property);
  });

  test('does not come into a new order', () => {
    const more = { assignment: { vehicleId: 'v', driverId: 'd' }, rating: { stars: 5 }, result: 'success' };
    const payload = { ...creation(), ...more, confirmation: { state: 'confirmed' }, version: 7 };
    const command = { ...envelope, id: 'order-1-command-1', type: 'create-order', payload };
    const parsed = parseCommand(command);
    const decision = parsed.ok ? decide(null, parsed.value, contextOf('clerk')) : undefined;
    expect(decision?.ok && decision.value.map((event) => evolve(null, event))).toEqual([
      { ...opened(), timeline: opened().timeline.map((entry) => ({ ...entry, id: 'order-1-command-1' })) },
    ]);
  });
});

function judged(order: ReturnType<typeof told>, command: object) {
  const parsed = parseCommand(command);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  const decision = decide(order, parsed.value, contextOf('driver1'));
  return decision.ok ? decision.value.map((event) => evolve(order, event)) : decision.error;
}
