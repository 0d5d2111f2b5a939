// Two people change the same reference document: field by field, and nothing that was entered gets lost.
import { describe, expect, test } from 'vitest';
import { mostConflicts, type Conflict } from '#schemas/core/reference.ts';
import { mergeDocuments, withinBounds } from '#schemas/sync/merge.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

type Vehicle = DocumentOf<'vehicles'>;

const base: Vehicle = {
  id: 'vehicle-1',
  name: '平板 1',
  disabled: false,
  plate: '浙A12345',
  typeId: 'vehicle-type-flatbed',
  outletId: 'outlet-1',
  driverIds: ['staff-driver1'],
  carModelIds: [],
  roadConditionIds: [],
  serviceIds: ['service-tow'],
  state: 'available',
};
const author = { by: 'staff-clerk', at: '2026-03-01T08:00:00Z' };

const merge = (mine: Partial<Vehicle>, stored: Partial<Vehicle>, assumed: Partial<Vehicle> = {}) =>
  mergeDocuments<Vehicle>({ ...base, ...assumed }, { ...base, ...mine }, { ...base, ...stored }, author);

describe('merging', () => {
  test('takes what only I changed and keeps what only others changed', () => {
    expect(merge({ name: 'A' }, { plate: '浙B00001', version: 7 })).toEqual({
      ...base,
      name: 'A',
      plate: '浙B00001',
      version: 7,
    });
  });

  test('keeps the earlier of two different values and notes mine', () => {
    expect(merge({ plate: '浙A00001' }, { plate: '浙B00002' })).toEqual({
      ...base,
      plate: '浙B00002',
      conflicts: [{ field: 'plate', kept: '浙B00002', other: '浙A00001', ...author }],
    });
  });

  test('is silent when both made the same change', () => {
    expect(merge({ state: 'off' }, { state: 'off' })).toEqual({ ...base, state: 'off' });
  });

  test('compares lists as a whole', () => {
    const drivers = (...driverIds: string[]) => ({ driverIds });
    expect(merge(drivers('staff-driver1'), drivers('staff-driver2'))).toEqual({
      ...base,
      driverIds: ['staff-driver2'],
    });
    expect(merge(drivers('a'), drivers('b')).conflicts).toMatchObject([
      { field: 'driverIds', kept: ['b'], other: ['a'] },
    ]);
  });

  test('notes what is missing on one side as null', () => {
    type Person = DocumentOf<'staff'>;
    const person: Person = {
      id: 'staff-1',
      name: '王',
      disabled: false,
      username: 'wang',
      roleIds: [],
      outletIds: [],
      phone: '13900000000',
      employment: 'employed',
      hours: { from: '08:00', to: '20:00' },
    };
    const { phone: _, ...without } = person;
    const other = { ...person, phone: '13911111111' };
    expect(mergeDocuments<Person>(person, without, other, author).conflicts).toMatchObject([
      { field: 'phone', kept: '13911111111', other: null },
    ]);
    expect(mergeDocuments<Person>(person, without, person, author)).toEqual(without);
    expect(mergeDocuments<Person>(person, other, without, author).conflicts).toMatchObject([
      { field: 'phone', kept: null, other: '13911111111' },
    ]);
  });

  test('of a document that the device believed to be new notes every difference', () => {
    const merged = mergeDocuments<Vehicle>(undefined, { ...base, name: 'A', plate: 'B' }, base, author);
    expect(merged).toMatchObject(base);
    expect(merged.conflicts?.map(({ field, other }) => [field, other])).toEqual([
      ['name', 'A'],
      ['plate', 'B'],
    ]);
  });

  test('leaves what belongs to the protocol as it is stored', () => {
    const edit = (n: number) => ({ deviceId: 'device-1', n });
    const merged = merge({ version: 1, edit: edit(9) }, { version: 3, edit: edit(2) });
    expect(merged).toMatchObject({ version: 3, edit: edit(2) });
    expect(merged).not.toHaveProperty('conflicts');
  });
});

describe('a conflict’s note', () => {
  const note = { field: 'name', kept: 'B', other: 'C', by: 'staff-admin', at: '2026-02-01T08:00:00Z' };
  const noted = { name: 'B', conflicts: [note] };

  test('goes when somebody takes it away, keeping the value', () => {
    expect(merge({ name: 'B' }, noted, noted)).toEqual({ ...base, name: 'B' });
  });

  test('goes when somebody who saw it chooses a value', () => {
    expect(merge({ name: 'C' }, noted, noted)).toEqual({ ...base, name: 'C' });
    expect(merge({ name: 'D', conflicts: [note] }, noted, noted)).toEqual({ ...base, name: 'D' });
  });

  test('stays when somebody changes the field without having seen it, beside the new value', () => {
    expect(merge({ name: 'D' }, noted, { name: 'B' })).toEqual({
      ...base,
      name: 'D',
      conflicts: [{ ...note, kept: 'D' }],
    });
  });

  test('has nothing left to say when somebody enters the other value by himself', () => {
    expect(merge({ name: 'C' }, noted, { name: 'B' })).toEqual({ ...base, name: 'C' });
  });

  test('of another field is left alone', () => {
    expect(merge({ ...noted, state: 'off' }, noted, noted)).toEqual({ ...base, ...noted, state: 'off' });
  });

  test('does not come twice when the same change is pushed again', () => {
    const once = merge({ name: 'A' }, { name: 'B' });
    const again = mergeDocuments<Vehicle>(base, { ...base, name: 'A' }, once, {
      ...author,
      at: '2026-03-01T09:00:00Z',
    });
    expect(again).toEqual(once);
  });

  test('stands beside another of the same field', () => {
    expect(merge({ name: 'A' }, noted).conflicts).toEqual([
      note,
      { field: 'name', kept: 'B', other: 'A', ...author },
    ]);
  });
});

describe('of too many notes', () => {
  const note = (field: string, by: string, other: unknown): Conflict => ({
    ...{ field, by, other, kept: null, at: author.at },
  });
  const notes = Array.from({ length: mostConflicts - 1 }, (_, n) => note('name', `staff-${n}`, n));
  const gaveWay = (...conflicts: Conflict[]) => withinBounds({ id: 'vehicle-1', conflicts }).gaveWay;

  test('what the same person had entered for the same field gives way first', () => {
    const [former, latest] = [note('plate', 'staff-clerk', 'A'), note('plate', 'staff-clerk', 'B')];
    expect(gaveWay(...notes, former, latest)).toEqual([former]);
    expect(gaveWay(...notes, former, note('plate', 'staff-admin', 'C'))).toEqual([notes[0]]);
    expect(gaveWay(...notes, former, note('name', 'staff-clerk', 'C'))).toEqual([notes[0]]);
  });

  test('none gives way before there are', () => {
    const vehicle = { id: 'vehicle-1', conflicts: [...notes, note('name', 'staff-0', 'B')] };
    expect(withinBounds(vehicle)).toEqual({ document: vehicle, gaveWay: [] });
    expect(withinBounds({ id: 'vehicle-1' })).toEqual({ document: { id: 'vehicle-1' }, gaveWay: [] });
  });
});
