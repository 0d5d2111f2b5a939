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
