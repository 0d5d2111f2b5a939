// What replication hands out and what the rules let somebody act on are the same orders.
import { describe, expect, test } from 'vitest';
import { fc, personOf, play, who } from '../setup/rules.ts';
import { story } from '../setup/stories.ts';
import { heldOf } from '#schemas/finance/cash/cash.ts';
import { reaches } from '#schemas/orders/decide.ts';
import { offeredTo } from '#schemas/orders/offer.ts';
import type { Order } from '#schemas/orders/order.ts';
import { permissions, seesOutlet, type Actor } from '#schemas/staff/permissions.ts';
import { documentScopes, readScopes } from '#schemas/sync/scopes.ts';

const anybody: fc.Arbitrary<Actor> = fc.oneof(
  fc.constantFrom(...who).map(personOf),
  fc
    .record({
      id: fc.constantFrom('staff-driver1', 'staff-driver2', 'staff-somebody'),
      permissions: fc.subarray([...permissions]),
      outletIds: fc.subarray(['outlet-1', 'outlet-2']),
    })
    .map((chosen) => ({ ...personOf('nobody'), ...chosen })),
);

function sees(actor: Actor, order: Order): boolean {
  const own = readScopes(actor, 'orders');
  return documentScopes('orders', order).some((scope) => own.includes(scope));
}

describe('an order', () => {
  test('is read by those of its outlet who may view orders, and by the drivers who have it, are asked, or hold its cash', () => {
    const property = fc.property(anybody, story, (actor, lines) => {
      const { order } = play(lines);
      const byOutlet = actor.permissions.includes('orders.view') && seesOutlet(actor, order.outletId);
      const holdsCash = order.cash?.driverId === actor.id && heldOf(order.cash) !== 0;
      const isHis =
        order.assignment?.driverId === actor.id || offeredTo(order, actor.id) !== undefined || holdsCash;
      const asDriver = actor.permissions.includes('jobs.work') && isHis;
      expect(sees(actor, order)).toBe(byOutlet || asDriver);
    });
    fc.assert(property);
  });

  test('that somebody reads can be reached; beyond that only one who had it or was asked can report what he did, and an outsider on what is his', () => {
    const property = fc.property(anybody, story, (actor, lines) => {
      const { order } = play(lines);
      const had = order.timeline.some(
        ({ driverId, to = [] }) => driverId === actor.id || to.some((each) => each.driverId === actor.id),
      );
      if (sees(actor, order)) expect(reaches(actor, order)).toBe(true);
      else if (reaches(actor, order)) expect(had || actor.outsider !== undefined).toBe(true);
    });
    fc.assert(property);
  });
});

describe('scopes', () => {
  const collection = fc.constantFrom('orders', 'commands', 'customers', 'staff', 'catalog', 'calls');

  test('of a person name nobody else, and no outlet that is not his', () => {
    const property = fc.property(anybody, collection, (actor, name) => {
      for (const scope of readScopes(actor, name)) {
        const [kind, id = ''] = scope.split(/:(.*)/);
        if (kind === 'actor' || kind === 'driver') expect(id).toBe(actor.id);
        if (kind === 'outlet')
          expect(id === '*' ? actor.permissions.includes('outlets.all') : seesOutlet(actor, id)).toBe(true);
      }
    });
    fc.assert(property);
  });

  test('are sorted and have no doubles, so that they can be compared', () => {
    const property = fc.property(anybody, collection, (actor, name) => {
      const scopes = readScopes(actor, name);
      expect(scopes).toEqual([...new Set(scopes)].sort());
    });
    fc.assert(property);
  });
});
