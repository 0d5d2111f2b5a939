// What a role may allow, and who somebody is while signed in. The server enforces every permission; the
// client only hides what would be refused.

export const permissions = [
  'orders.view',
  'orders.create',
  'orders.edit',
  'orders.dispatch',
  'orders.complete',
  'orders.empty-run',
  'orders.void',
  'orders.sms',
  'orders.confirm',
  'orders.repair',
  'jobs.work',
  'finance.view',
  'finance.verify',
  'finance.approve',
  'finance.post',
  'finance.reverse',
  'finance.repair',
  'finance.close',
  'finance.reopen',
  'customers.view',
  'customers.edit',
  'customers.delete',
  'vehicles.view',
  'vehicles.edit',
  'vehicles.delete',
  'outlets.view',
  'outlets.edit',
  'outlets.delete',
  'outlets.all',
  'staff.view',
  'staff.edit',
  'staff.delete',
  'staff.sensitive',
  'roles.view',
  'roles.edit',
  'roles.delete',
  'catalog.view',
  'catalog.edit',
  'catalog.delete',
  'calls.view',
  'map.view',
  'senders.edit',
] as const;

export type Permission = (typeof permissions)[number];

/** Orders name outlets and what is in the lists: who has any role reads those, whether or not it says so. */
export const everybodys: readonly Permission[] = ['outlets.view', 'catalog.view'];

/** What a role gives that somebody without it does not have. */
export const grantable = permissions.filter((permission) => !everybodys.includes(permission));

/** The signed-in person, as `GET /api/session` answers it. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly companyId: string;
  /** As it stands on what is printed; a session knows it. */
  readonly companyName?: string;
  readonly outletIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly permissions: readonly Permission[];
  readonly extension?: string;
  /** Until he has changed his password he can do nothing else. */
  readonly mustChangePassword?: boolean;
  /** No member of staff; see outsiders.ts. */
  readonly outsider?: Outsider;
}

export type Outsider =
  /** Whoever holds the link of one order, and may do nothing else than what the link is for. */
  | { readonly kind: 'rescued-person'; readonly orderId: string }
  /** Whoever holds the link and the password of one statement. */
  | { readonly kind: 'statement-customer'; readonly statementId: string }
  /** The server itself, which tells what a gateway told it. */
  | { readonly kind: 'server' };

export function may(actor: Actor, permission: Permission): boolean {
  return actor.permissions.includes(permission);
}

/** `outlets.all` stands for every outlet, also those founded later. */
export function seesOutlet(actor: Actor, outletId: string): boolean {
  return may(actor, 'outlets.all') || actor.outletIds.includes(outletId);
}

export function seesAnyOutlet(actor: Actor, outletIds: readonly string[]): boolean {
  return may(actor, 'outlets.all') || outletIds.some((id) => actor.outletIds.includes(id));
}

/** @param outletIds that a customer is served by; none stands for every outlet */
export function serves(actor: Actor, outletIds: readonly string[]): boolean {
  return outletIds.length === 0 || seesAnyOutlet(actor, outletIds);
}
