// Who speaks about orders without being a member of staff. Only the server makes such an actor: no session, no
// role and no document leads to one.
import type { Actor, Outsider } from './permissions.ts';

/** The person at the roadside, by the link that was sent for this one order. */
export const rescuedPerson = (companyId: string, orderId: string): Actor =>
  actorFor(companyId, { kind: 'rescued-person', orderId });

/** The customer's people, by the link that finance made for this one statement. */
export const statementCustomer = (companyId: string, statementId: string): Actor =>
  actorFor(companyId, { kind: 'statement-customer', statementId });

export const serverItself = (companyId: string): Actor => actorFor(companyId, { kind: 'server' });

/** Their id in a timeline is their kind: they have no document. */
const actorFor = (companyId: string, outsider: Outsider): Actor => ({
  id: outsider.kind,
  name: outsider.kind,
  companyId,
  outletIds: [],
  roleIds: [],
  permissions: [],
  outsider,
});
