// How far a new company has come.
import { describe, expect, test } from 'vitest';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { stepsOf, type Company } from '../../client/setup/steps.ts';

const admin = person('admin', ['role-manager']);
const fresh: Company = {
  ...{ roles: 6, outlets: [], staff: [admin], vehicles: [], customers: [] },
  drives: ({ roleIds }) => roleIds.includes('role-driver'),
};
const doneOf = (company: Company, lookedAt = false) =>
  stepsOf(company, 'admin', lookedAt).flatMap(({ id, isDone }) => (isDone ? [id] : []));

describe('the first steps', () => {
  test('are all to do in a company that was just founded', () => {
    expect(doneOf(fresh)).toEqual([]);
  });

  test('roles are done once they were looked at, or once somebody was given one', () => {
    expect(doneOf(fresh, true)).toEqual(['roles']);
    expect(doneOf({ ...fresh, staff: [admin, person('one', ['role-driver'])] })).toEqual(['roles', 'staff']);
  });

  test('whoever has no role, or is disabled, is nobody to work with', () => {
    const staff = [admin, person('one', []), { ...person('two', ['role-driver']), disabled: true }];
    expect(doneOf({ ...fresh, staff })).toEqual([]);
  });

  test('of people among whom nobody drives nobody can be sent', () => {
    const staff = [admin, person('one', ['role-dispatcher'])];
    expect(doneOf({ ...fresh, staff })).toEqual(['roles']);
    const driverlessIn = (people: Staff[]) =>
      stepsOf({ ...fresh, staff: people }, 'admin', false).find(({ id }) => id === 'staff')?.driverless;
    expect(driverlessIn([admin])).toBe(false);
    expect(driverlessIn(staff)).toBe(true);
    expect(driverlessIn([...staff, person('two', ['role-driver'])])).toBe(false);
  });

  test('a vehicle without a driver is none to send', () => {
    expect(doneOf({ ...fresh, vehicles: [vehicle([])] })).toEqual([]);
    expect(doneOf({ ...fresh, vehicles: [vehicle(['one'])] })).toEqual(['vehicles']);
  });

  test('a vehicle that nobody drives is the one to open next, until somebody drives one', () => {
    const undrivenIn = (vehicles: Vehicle[]) =>
      stepsOf({ ...fresh, vehicles }, 'admin', false).find(({ id }) => id === 'vehicles')?.undriven;
    expect(undrivenIn([vehicle([])])).toBe('v');
    expect(undrivenIn([vehicle([]), vehicle(['one'])])).toBeUndefined();
  });
});

function person(id: string, roleIds: string[]): Staff {
  return {
    ...{ id, name: id, username: id, disabled: false, roleIds, outletIds: [] },
    ...{ employment: 'employed', hours: { from: '08:00', to: '18:00' } },
  };
}

function vehicle(driverIds: string[]): Vehicle {
  return {
    ...{ id: 'v', name: '浙A00001', plate: '浙A00001', typeId: 't', outletId: 'o', disabled: false },
    ...{ driverIds, carModelIds: [], roadConditionIds: [], serviceIds: [], state: 'available' },
  };
}
