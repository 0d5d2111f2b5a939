// What a new company sets up before its first order, in this order, and how far it has come.
import type { Customer } from '#schemas/customers/customer.ts';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import type { Staff } from '#schemas/staff/staff.ts';

export const stepIds = ['roles', 'outlets', 'staff', 'vehicles', 'customers'] as const;
export type StepId = (typeof stepIds)[number];

export interface Step {
  readonly id: StepId;
  readonly isDone: boolean;
  /** How many there are already; of roles those that are in use. */
  readonly count: number;
  /** Of the vehicles: one that nobody drives, while nobody drives any. */
  readonly undriven?: string | undefined;
  /** Of the staff: there is somebody, but no driver among them. */
  readonly driverless?: boolean;
}

export interface Company {
  readonly roles: number;
  readonly outlets: readonly Outlet[];
  readonly staff: readonly Staff[];
  /** Whether somebody's roles let him drive. */
  readonly drives: (person: Staff) => boolean;
  readonly vehicles: readonly Vehicle[];
  readonly customers: readonly Customer[];
}

/** What a person has done about the guide. */
export interface Dealings {
  readonly isAway: boolean;
  /** Was led by it while something was left to do. */
  readonly hasBegun: boolean;
  /** Has read that everything is ready. */
  readonly hasFinished: boolean;
}

/** Whoever was led through the steps is told at the end that they are done, and what comes then. */
export function isOffered(steps: readonly Step[], { isAway, hasBegun, hasFinished }: Dealings): boolean {
  return !isAway && (steps.some(({ isDone }) => !isDone) || (hasBegun && !hasFinished));
}

/**
 * The first that is left to do, but for the one that is at hand: who has just saved a manager knows that a driver is
 * missing, and is not led back to where he is. Giving somebody a role is having looked at the roles.
 * @param at the collection of the page
 */
export function nextOf(steps: readonly Step[], at: string): Step | undefined {
  const passed = at === 'staff' ? ['roles', at] : [at];
  return steps.find(({ id, isDone }) => !isDone && !passed.includes(id));
}

/** Where a step is taken. */
export function placeOf({ id, undriven }: Step): string {
  if (undriven !== undefined) return `/vehicles/${undriven}`;
  return id === 'roles' ? '/roles' : `/${id}/new`;
}

/** @param own id of the administrator; he was there before the company was set up */
export function stepsOf(company: Company, own: string, rolesLookedAt: boolean): Step[] {
  const staff = company.staff.filter(
    ({ id, disabled, roleIds }) => id !== own && !disabled && roleIds.length > 0,
  );
  const vehicles = company.vehicles.filter(({ disabled }) => !disabled);
  const [outlets, customers] = [inUse(company.outlets), inUse(company.customers)];
  return [
    // Whoever gave somebody a role has looked at them.
    { id: 'roles', count: company.roles, isDone: rolesLookedAt || staff.length > 0 },
    { id: 'outlets', count: outlets, isDone: outlets > 0 },
    staffStep(staff, company.drives),
    vehicleStep(vehicles),
    { id: 'customers', count: customers, isDone: customers > 0 },
  ];
}

function staffStep(staff: readonly Staff[], drives: Company['drives']): Step {
  const isDone = staff.some(drives);
  return { id: 'staff', count: staff.length, isDone, driverless: staff.length > 0 && !isDone };
}

function vehicleStep(vehicles: readonly Vehicle[]): Step {
  const isDone = vehicles.some(({ driverIds }) => driverIds.length > 0);
  return { id: 'vehicles', count: vehicles.length, isDone, undriven: isDone ? undefined : vehicles[0]?.id };
}

const inUse = (documents: readonly { readonly disabled: boolean }[]): number =>
  documents.filter(({ disabled }) => !disabled).length;
