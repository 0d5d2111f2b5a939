// Which role opens which page, by a table that was told apart from the one that decides it.
import { describe, expect, test } from 'vitest';
import { actorOf } from '#schemas/staff/actor.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { pagesOfRole } from '../setup/pages-of-roles.ts';
import { mayOpen, pagePaths, pathOf, startPageOf } from '../../client/app/pages.ts';

const holderOf = (roleId: string) =>
  actorOf(
    {
      ...{ id: 'someone', name: 'someone', username: 'someone', disabled: false, employment: 'employed' },
      ...{ roleIds: [roleId], outletIds: ['outlet'], hours: { from: '08:00', to: '20:00' } },
    },
    basicRoles(),
    'company',
  );

describe.each(basicRoles().map(({ id }) => [id, holderOf(id)] as const))('%s', (id, actor) => {
  test('opens its own pages and no others', () => {
    expect(pagePaths.filter((path) => mayOpen(actor, path)).sort()).toEqual(
      [...(pagesOfRole[id] ?? [])].sort(),
    );
  });

  test('begins where it may be', () => {
    expect(pagesOfRole[id]).toContain(pathOf(startPageOf(actor)));
  });
});

test('an address is of the page that it opens', () => {
  expect(pathOf('/orders/new')).toBe('/orders/new');
  expect(pathOf('/orders/01J')).toBe('/orders/:id');
  expect(pathOf('/finance/verify')).toBe('/finance/:desk');
  expect(pathOf('/finance/one-stop')).toBe('/finance/one-stop');
  expect(pathOf('/nowhere')).toBeUndefined();
});
