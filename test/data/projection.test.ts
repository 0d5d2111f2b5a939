// What a person sees while his own commands are on their way.
import { describe, expect, test } from 'vitest';
import { project, type ProjectionContext } from '../../client/data/projection.ts';
import type { CommandDocument, CommandPayload, CommandType, Verdict } from '#schemas/orders/commands.ts';
import type { Find } from '#schemas/orders/events.ts';
import type { DocumentOf, Collection } from '#schemas/sync/collections.ts';
import {
  creation,
  customer,
  dispatcher,
  driver,
  driverRole,
  driverStaff,
  order,
  outlet,
  service,
  vehicle,
} from './fixtures.ts';

const documents = [customer, outlet, service, vehicle, driverStaff, driverRole];
const find: Find = <Name extends Collection>(_: Name, id: string) =>
  documents.find((document) => document.id === id) as DocumentOf<Name> | undefined;
const context: ProjectionContext = { actor: dispatcher, find, ordersVersion: 10 };

let n = 0;
const command = <Kind extends CommandType>(
  type: Kind,
  payload: CommandPayload<Kind>,
  rest: Partial<CommandDocument> = {},
): CommandDocument => ({
  ...{ id: `c${++n}`, n, deviceId: 'd', type, orderId: 'o', at: '2026-03-01T09:00:00.000Z', payload },
  ...rest,
});

const dispatch = (rest: Partial<CommandDocument> = {}) =>
  command('dispatch', { vehicleId: 'vehicle-1', driverId: driver.id }, rest);
const applied: Verdict = { status: 'applied' };

describe('an order with own commands', () => {
  test('without any it is what the server said', () => {
    expect(project(order('o'), [], context)).toEqual({ ...order('o'), unsent: 0 });
  });

  test('shows a creation that only this device knows', () => {
    const shown = project(null, [command('create-order', creation)], context);
    expect(shown).toMatchObject({ id: 'o', status: 'pending', number: '', unsent: 1, version: 0 });
  });

  test('folds what waits in the order of its numbers', () => {
    const create = command('create-order', creation);
    const shown = project(null, [dispatch(), create].reverse(), context);
    expect(shown).toMatchObject({ status: 'dispatched', unsent: 2, assignment: { driverId: driver.id } });
  });

  test('does not fold what its timeline contains already', () => {
    const sent = dispatch();
    const arrived = project(order('o'), [sent], context);
    if (!arrived) throw new Error('no order');
    const { unsent: _, ...known } = arrived;
    expect(project(known, [{ ...sent, verdict: applied, version: 99 }], context)?.timeline).toHaveLength(2);
  });

  test('keeps showing an applied command until the orders have caught up', () => {
    const judged = dispatch({ verdict: applied, version: 12 });
    expect(project(order('o'), [judged], context)).toMatchObject({ status: 'dispatched', unsent: 0 });
    expect(project(order('o'), [judged], { ...context, ordersVersion: 12 })?.status).toBe('pending');
    expect(project(order('o', { version: 12 }), [judged], context)?.status).toBe('pending');
  });

  test('a flagged command is shown as an applied one is', () => {
    const judged = dispatch({ verdict: { status: 'flagged' }, version: 12 });
    expect(project(order('o'), [judged], context)?.status).toBe('dispatched');
  });

  test('never folds a refused command', () => {
    const refused = dispatch({ verdict: { status: 'rejected', code: 'order-voided' }, version: 12 });
    expect(project(order('o'), [refused], context)).toMatchObject({ status: 'pending', unsent: 0 });
  });

  test('leaves out, but counts, what the order refuses since it has changed', () => {
    const voided = order('o', { status: 'voided' });
    expect(project(voided, [dispatch()], context)).toMatchObject({ status: 'voided', unsent: 1 });
  });

  test('shows a creation although this device has not loaded what it refers to', () => {
    const create = command('create-order', creation);
    const shown = project(null, [create, dispatch()], { ...context, find: () => undefined });
    expect(shown).toMatchObject({ status: 'dispatched', unsent: 2 });
  });

  test('that has left the device is not made up from what a driver reported', () => {
    const fact = command('arrive', {});
    expect(project(null, [fact], { ...context, actor: driver })).toBeNull();
  });

  test('an applied creation whose order belongs to somebody else leaves no ghost', () => {
    const create = command('create-order', creation, { verdict: applied, version: 9 });
    expect(project(null, [create], context)).toBeNull();
  });

  test('a command of a later version of the app is passed over', () => {
    const unknown = { ...dispatch(), type: 'teleport' };
    expect(project(order('o'), [unknown], context)).toMatchObject({ status: 'pending', unsent: 1 });
  });
});
