// How far a new company has come.
import { describe, expect, test } from 'vitest';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { isOffered, nextOf, placeOf, stepsOf, type Company } from '../../client/setup/steps.ts';

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

describe('the guide', () => {
  const steps = (company: Company) => stepsOf(company, 'admin', true);
  const finished: Company = {
    ...fresh,
    ...{ outlets: [{ id: 'o', name: 'o', disabled: false, phone: '', contact: '', address: '' }] as never },
    ...{ staff: [admin, person('one', ['role-driver'])], vehicles: [vehicle(['one'])] },
    customers: [{ id: 'c', disabled: false }] as never,
  };
  const nobody = { isAway: false, hasBegun: false, hasFinished: false };

  test('stays after the last step until whoever it led has read that everything is ready', () => {
    expect(isOffered(steps(fresh), nobody)).toBe(true);
    expect(isOffered(steps(finished), { ...nobody, hasBegun: true })).toBe(true);
    expect(isOffered(steps(finished), { ...nobody, hasBegun: true, hasFinished: true })).toBe(false);
    expect(isOffered(steps(finished), { ...nobody, hasBegun: true, isAway: true })).toBe(false);
    expect(isOffered(steps(fresh), { ...nobody, isAway: true })).toBe(false);
  });

  test('is nothing to people of a company that was there before them', () => {
    expect(isOffered(steps(finished), nobody)).toBe(false);
  });

  test('leads on to the first step that is left, and not back to where one is', () => {
    const hired = { ...fresh, outlets: finished.outlets, staff: [admin, person('one', ['role-manager'])] };
    expect(nextOf(steps(fresh), 'roles')?.id).toBe('outlets');
    expect(nextOf(steps(hired), 'staff')?.id).toBe('vehicles');
    expect(nextOf(steps(hired), 'vehicles')?.id).toBe('staff');
    expect(nextOf(steps({ ...finished, customers: [] }), 'customers')).toBeUndefined();
  });

  test('takes giving somebody a role for a look at the roles', () => {
    const outlets = finished.outlets;
    expect(nextOf(stepsOf({ ...fresh, outlets }, 'admin', false), 'staff')?.id).toBe('vehicles');
  });

  test('leads to where a step is taken', () => {
    const [roles, outlets] = steps(fresh);
    const undriven = nextOf(steps({ ...finished, vehicles: [vehicle([])] }), 'customers');
    expect([roles, outlets, undriven].map((each) => each && placeOf(each))).toEqual([
      ...['/roles', '/outlets/new', '/vehicles/v'],
    ]);
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
