// Every rule about reference data, by what it says when it is broken.
import { describe, expect, test } from 'vitest';
import { Directory } from '#schemas/reference/directory.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import { all, onCreation, onEdit, stored } from './company.ts';

describe('who may not', () => {
  test('edit may not create, change or disable', () => {
    expect(onEdit('customers', 'customer-all', { name: 'X' }, { who: 'clerk' })).toEqual([
      { code: 'not-permitted', detail: 'customers.edit' },
    ]);
    expect(onEdit('customers', 'customer-all', { disabled: true }, { who: 'clerk' })).toHaveLength(1);
    expect(onCreation('customers', 'customer-all', {}, { who: 'clerk' })).toHaveLength(1);
  });

  test('delete may change everything but that, and who may only delete does only that', () => {
    const may = (permissions: ('customers.edit' | 'customers.delete')[]) => ({
      known: { actor: { ...clerk, permissions: ['customers.view' as const, ...permissions] } },
    });
    const [editor, deleter] = [may(['customers.edit']), may(['customers.delete'])];
    expect(onEdit('customers', 'customer-all', { name: 'X' }, editor)).toEqual([]);
    expect(onEdit('customers', 'customer-all', { deleted: true }, editor)).toEqual([
      { code: 'not-permitted', detail: 'customers.delete' },
    ]);
    expect(onEdit('customers', 'customer-all', { deleted: true }, deleter)).toEqual([]);
    expect(onEdit('customers', 'customer-all', { deleted: true, name: 'X' }, deleter)).toEqual([
      { code: 'not-permitted', detail: 'customers.edit' },
    ]);
  });

  test('see a document changes nothing of it, nor brings another into sight', () => {
    const local = {
      known: { actor: { ...clerk, permissions: ['customers.view', 'customers.edit'] as const } },
    };
    expect(onEdit('customers', 'customer-2', { name: 'X' }, local)).toEqual([
      { code: 'not-permitted', detail: 'outside your outlets' },
    ]);
  });
});

const clerk = {
  ...{ id: 'staff-clerk', name: 'clerk', companyId: 'acme' },
  ...{ outletIds: ['outlet-1'], roleIds: ['role-clerk'] },
};

describe('deleting', () => {
  test('is refused while something names the document', () => {
    const known = {
      isUsed: (collection: string, id: string) => collection === 'outlets' && id === 'outlet-1',
    };
    expect(onEdit('outlets', 'outlet-1', { deleted: true }, { known })).toEqual([{ code: 'in-use' }]);
    expect(onEdit('outlets', 'outlet-2', { deleted: true }, { known })).toEqual([]);
    expect(onEdit('outlets', 'outlet-1', { disabled: true }, { known }), 'disabling is not').toEqual([]);
  });

  test('is final: nobody changes what was deleted, or brings it back', () => {
    const before = { ...stored('customers', 'customer-all'), deleted: true };
    const gone = [{ code: 'deleted-meanwhile' }];
    expect(onEdit('customers', 'customer-all', { name: 'X' }, { before })).toEqual(gone);
    expect(onEdit('customers', 'customer-all', { deleted: false }, { before })).toEqual(gone);
  });

  test('asks nothing about what the document held', () => {
    const before = { ...stored('vehicles', 'vehicle-1'), plate: 'nonsense' };
    expect(onEdit('vehicles', 'vehicle-1', { deleted: true }, { before })).toEqual([]);
  });
});

describe('what was deleted', () => {
  const isGone = ({ collection, id }: { collection: string; id: string }) =>
    collection === 'outlets' && id === 'outlet-2';

  test('cannot be chosen any more', () => {
    expect(onEdit('vehicles', 'vehicle-1', { outletId: 'outlet-2' }, { known: { isGone } })).toEqual([
      { code: 'unknown-reference', detail: 'outlet-2', field: 'outletId' },
    ]);
  });

  test('stays where it was chosen before', () => {
    expect(onEdit('vehicles', 'vehicle-2', { state: 'off' }, { known: { isGone } })).toEqual([]);
  });
});

describe('the last administrator', () => {
  const last = [{ code: 'last-administrator' }];

  test('keeps his role', () => {
    expect(onEdit('staff', 'staff-admin', { roleIds: ['role-clerk'] })).toEqual(last);
  });

  test('keeps what his role gives', () => {
    const { permissions } = stored('roles', 'role-manager');
    const without = permissions.filter((permission) => permission !== 'staff.edit');
    expect(onEdit('roles', 'role-manager', { permissions: without })).toEqual(last);
    expect(onEdit('roles', 'role-manager', { disabled: true })).toEqual(last);
    expect(onEdit('roles', 'role-manager', { note: 'x' })).toEqual([]);
  });

  test('may be relieved once there is another one, who can sign in', () => {
    const other = { ...stored('staff', 'staff-admin'), id: 'staff-boss', username: 'boss' };
    const withOther = (boss: typeof other & { hasNoPassword?: boolean }) => ({
      known: { directory: new Directory({ roles: all('roles'), staff: [...all('staff'), boss] }) },
    });
    const demote = (asked: ReturnType<typeof withOther>) =>
      onEdit('staff', 'staff-admin', { roleIds: ['role-clerk'] }, asked);
    expect(demote(withOther(other))).toEqual([]);
    expect(demote(withOther({ ...other, disabled: true }))).toEqual(last);
    expect(demote(withOther({ ...other, employment: 'left' }))).toEqual(last);
    expect(demote(withOther({ ...other, hasNoPassword: true }))).toEqual(last);
  });

  test('is not looked for by a device that does not see everybody', () => {
    const known = { isComplete: false };
    expect(onEdit('staff', 'staff-admin', { roleIds: ['role-clerk'] }, { known })).toEqual([]);
  });
});

test('nobody ends his own account', () => {
  for (const edit of [{ disabled: true }, { deleted: true }, { employment: 'left' as const }])
    expect(onEdit('staff', 'staff-admin', edit)).toContainEqual({ code: 'own-account' });
  expect(onEdit('staff', 'staff-clerk', { disabled: true })).toEqual([]);
});

describe('unique', () => {
  const taken = (field: string) => [{ code: 'not-unique', field }];

  test('is a user name', () => {
    expect(onCreation('staff', 'staff-clerk', {})).toEqual(taken('username'));
    expect(onCreation('staff', 'staff-clerk', { username: 'clerk2' })).toEqual([]);
    expect(onEdit('staff', 'staff-clerk', { name: 'X' }), 'his own is no one else’s').toEqual([]);
  });

  test('is an extension within an outlet, among those who work', () => {
    const holder = { ...stored('staff', 'staff-driver1'), extension: '8001' };
    const directory = (person: typeof holder) => ({
      known: { directory: new Directory({ roles: all('roles'), staff: [...all('staff'), person] }) },
    });
    const asking = (outletIds: string[], person = holder) =>
      onEdit('staff', 'staff-clerk', { outletIds, extension: '8001' }, directory(person));
    expect(asking(['outlet-1'])).toEqual(taken('extension'));
    expect(asking(['outlet-2'])).toEqual([]);
    expect(asking([]), 'of all outlets').toEqual(taken('extension'));
    expect(asking(['outlet-2'], { ...holder, outletIds: [] })).toEqual(taken('extension'));
    expect(asking(['outlet-1'], { ...holder, disabled: true })).toEqual([]);
  });

  test('is a plate, however it is typed', () => {
    expect(onEdit('vehicles', 'vehicle-1', { plate: '浙a·123 46' })).toEqual(taken('plate'));
    expect(onEdit('vehicles', 'vehicle-1', { plate: '浙A·12345' })).toEqual([]);
  });

  test('is the name of a role', () => {
    expect(onEdit('roles', 'role-clerk', { name: ' 司机' })).toEqual(taken('name'));
  });

  test('is nothing of what was deleted', () => {
    const directory = new Directory({ vehicles: all('vehicles') });
    const deleted = { ...stored('vehicles', 'vehicle-2'), deleted: true };
    directory.put('vehicles', deleted);
    expect(onEdit('vehicles', 'vehicle-1', { plate: '浙A12346' }, { known: { directory } })).toEqual([]);
  });
});

describe('the fields of', () => {
  test('an employee', () => {
    const edit = (part: Parameters<typeof onEdit<'staff'>>[2]) => onEdit('staff', 'staff-clerk', part);
    expect(edit({ email: 'wang@' })).toEqual([{ code: 'invalid-email', field: 'email' }]);
    expect(edit({ email: 'wang@example.cn' })).toEqual([]);
    expect(edit({ email: '' })).toEqual([]);
    const hours = [{ code: 'invalid-hours', field: 'hours' }];
    expect(edit({ hours: { from: '08:00', to: '08:00' } })).toEqual(hours);
    expect(edit({ hours: { from: '24:00', to: '08:00' } })).toEqual(hours);
    expect(edit({ hours: { from: '20:00', to: '08:00' } }), 'past midnight').toEqual([]);
    expect(edit({ roleIds: [] })).toEqual([{ code: 'role-missing', field: 'roleIds' }]);
    expect(edit({ roleIds: [], employment: 'left' })).toEqual([]);
  });

  test('a vehicle', () => {
    expect(onEdit('vehicles', 'vehicle-1', { plate: '浙A1234' })).toEqual([
      { code: 'invalid-plate', field: 'plate' },
    ]);
  });

  test('an outlet', () => {
    const edit = (callSystemAddresses: string[]) => onEdit('outlets', 'outlet-1', { callSystemAddresses });
    expect(edit(['127.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32'])).toEqual([]);
    for (const detail of ['pbx.example.cn', '10.0.0', '10.0.0.256', '10.0.0.0/33', '2001:db8::/129', '1'])
      expect(edit([detail])).toEqual([
        { code: 'invalid-network-address', detail, field: 'callSystemAddresses' },
      ]);
  });

  test('are not held against whoever changes another one', () => {
    const before = { ...stored('vehicles', 'vehicle-1'), plate: '无牌' };
    expect(onEdit('vehicles', 'vehicle-1', { state: 'off' }, { before })).toEqual([]);
    expect(onEdit('vehicles', 'vehicle-1', { plate: '无' }, { before })).toHaveLength(0);
  });
});

describe('agreed rates', () => {
  const card = (id: string, part: Partial<RateCard> = {}): RateCard => ({
    ...{ id, serviceIds: ['service-tow'], version: 1, validFrom: '2026-04-01', startFen: 20_000 },
    ...{ includedKm: 15, kmFen: { out: 0, tow: 800, back: 0, empty: 400 }, emptyRunFen: 10_000 },
    ...{ extras: [], tolls: 'at-cost' as const },
    ...part,
  });
  const save = (rateCards: RateCard[], former: RateCard[] = []) => {
    const before = { ...stored('customers', 'customer-all'), rateCards: former };
    return onEdit('customers', 'customer-all', { rateCards }, { before });
  };

  test('have one version each', () => {
    const [first, again] = [card('a'), card('b', { validFrom: '2026-05-01' })];
    expect(save([first, again])).toEqual([{ code: 'not-unique', detail: 'b', field: 'rateCards' }]);
    expect(save([first, { ...again, version: 2 }])).toEqual([]);
  });

  test('are never valid twice for the same service', () => {
    const first = card('a', { validUntil: '2026-06-30' });
    const next = (validFrom: string, part: Partial<RateCard> = {}) =>
      card('b', { version: 2, validFrom, ...part });
    expect(save([first, next('2026-06-30')])).toEqual([
      { code: 'rates-overlap', detail: 'a b', field: 'rateCards' },
    ]);
    expect(save([first, next('2026-07-01')])).toEqual([]);
    expect(save([first, next('2026-06-30', { serviceIds: ['service-jump-start'] })])).toEqual([]);
    expect(save([first, next('2026-06-30', { serviceIds: [] })]), 'for what no other card names').toEqual([]);
    expect(save([card('a'), next('2026-06-30')]), 'without an end, until the next').toEqual([]);
    expect(save([card('a'), next('2026-04-01')])).toHaveLength(1);
  });

  test('do not end before they begin', () => {
    expect(save([card('a', { validUntil: '2026-03-31' })])).toEqual([
      { code: 'invalid-validity', detail: 'a', field: 'rateCards' },
    ]);
  });

  test('stay as they are once they have begun', () => {
    const begun = card('a', { validFrom: '2026-02-01' });
    const refused = [{ code: 'rate-begun', detail: 'a', field: 'rateCards' }];
    expect(save([{ ...begun, startFen: 1 }], [begun])).toEqual(refused);
    expect(save([], [begun])).toEqual(refused);
    expect(save([begun, card('b', { version: 2 })], [begun])).toEqual([]);
    expect(save([{ ...begun, validUntil: '2026-03-31' }], [begun]), 'they may be ended').toEqual([]);
    expect(save([{ ...begun, validUntil: '2026-02-27' }], [begun]), 'but not in hindsight').toEqual(refused);
    const today = card('a', { validFrom: '2026-03-01' });
    expect(save([{ ...today, startFen: 1 }], [today]), 'the first day has not passed').toEqual([]);
  });
});
