// Which reference documents a command speaks of, so that whoever decides can have them at hand.
import type { Rejection } from '../core/codes.ts';
import type { Collection } from '../sync/collections.ts';
import type { Command, CommandType } from './commands.ts';
import { isFromCredit } from '../finance/statements/credit.ts';
import type { Statement } from '../finance/statements/statement.ts';
import { otherApproves } from '../finance/rules.ts';
import { serves, type Actor } from '../staff/permissions.ts';
import { reportedMethod } from '../finance/cash/collect.ts';
import type { DecideContext, Find } from './events.ts';
import type { Order } from './order.ts';
import { itemsReported } from './work-reported.ts';

export interface DocumentKey {
  readonly collection: Collection;
  readonly id: string;
}

/** The notice that a command settles: whoever decides holds it for himself. */
export function noticeOf(command: Command): string | undefined {
  if (command.type === 'refuse-notice') return command.orderId;
  return command.type === 'create-order' ? command.payload.noticeId : undefined;
}

interface Chosen {
  readonly outletId?: string;
  readonly customerId?: string;
  readonly serviceId?: string;
  readonly roadConditionId?: string | null;
}

const chosenFields = [
  ['outletId', 'outlets'],
  ['customerId', 'customers'],
  ['serviceId', 'catalog'],
  ['roadConditionId', 'catalog'],
] as const;

/** The documents `decide` will look for. Roles are few and needed by `dispatch`: whoever decides holds them all. */
export function referencesOf(command: Command): DocumentKey[] {
  switch (command.type) {
    case 'create-order':
      return keysOf(command.payload);
    case 'edit-order':
      return keysOf(command.payload.patch);
    case 'dispatch':
      return crewKeys(command.payload);
    case 'offer':
      return command.payload.to.flatMap(crewKeys);
    case 'repair-order': {
      const { patch } = command.payload;
      return [...keysOf(patch), ...crewKeys(patch.assignment)];
    }
    case 'repair-finance': {
      const { customerId, method, amountFen } = command.payload.patch;
      const inBooks = [...(method ? [method] : []), ...(amountFen !== undefined ? [otherApproves] : [])];
      return [...keysOf(customerId ? { customerId } : {}), ...inBooks.map(inCatalog)];
    }
    case 'approve-price':
      return [otherApproves, ...(command.payload.lines ?? []).map(({ item }) => item)].map(inCatalog);
    case 'send-sms':
      return [inCatalog(command.payload.templateId)];
    case 'add-photo':
      return [{ collection: 'photos', id: command.payload.photoId }];
    case 'verify':
      return [command.payload.method, ...command.payload.lines.map(({ item }) => item)].map(inCatalog);
    case 'complete': {
      const { collectedMethod } = command.payload;
      return [...methodKeys(collectedMethod), ...itemsReported(command.payload).map(inCatalog)];
    }
    case 'empty-run':
      return itemsReported(command.payload).map(inCatalog);
    case 'post-payment':
    case 'settle-rest':
    case 'receive-payment':
    case 'count-cash':
      return [inCatalog(command.payload.method)];
    case 'open-statement':
      return [{ collection: 'customers', id: command.payload.customerId }];
    default:
      return [];
  }
}

/**
 * What `decide` will look for besides, because the order speaks of it: a message names who comes, and from where;
 * whether a repaired amount is in a driver's hands is told by the method it came by.
 */
export function referencesThrough(
  order: Pick<Order, 'outletId' | 'serviceId' | 'assignment' | 'offer' | 'timeline' | 'finance'>,
  command: Command,
): DocumentKey[] {
  if (readsService.includes(command.type)) return [inCatalog(order.serviceId)];
  if (command.type === 'accept') return crewsAsked(order);
  if (command.type === 'repair-order') return [reportedMethod(order)].flatMap(methodKeys);
  if (command.type === 'repair-finance') return methodKeys(order.finance.method);
  if (command.type !== 'send-sms') return [];
  return [
    { collection: 'outlets', id: order.outletId },
    inCatalog(order.serviceId),
    ...crewKeys(order.assignment),
  ];
}

/** And because a statement does: whether its customer keeps what he paid too much. */
export const referencesOfStatement = (
  { customerId }: Pick<Statement, 'customerId'>,
  command: Command,
): DocumentKey[] =>
  command.type === 'receive-payment' && isFromCredit(command.payload)
    ? [{ collection: 'customers', id: customerId }]
    : [];

/** Who may get it now; else who has it, of which those who were asked are told. */
function crewsAsked({ offer, timeline, assignment }: Pick<Order, 'offer' | 'timeline' | 'assignment'>) {
  if (offer) return offer.to.flatMap(crewKeys);
  return timeline.some(({ to }) => to) ? crewKeys(assignment) : [];
}

/** A line of a statement names the service. */
const readsService: readonly CommandType[] = ['add-to-statement', 'refresh-statement'];

function crewKeys(crew: Order['assignment']): DocumentKey[] {
  if (!crew) return [];
  return [
    { collection: 'vehicles', id: crew.vehicleId },
    { collection: 'staff', id: crew.driverId },
  ];
}

const methodKeys = (method: string | undefined) => (method === undefined ? [] : [inCatalog(method)]);

const inCatalog = (id: string): DocumentKey => ({ collection: 'catalog', id });

function keysOf(chosen: Chosen): DocumentKey[] {
  return chosenFields.flatMap(([field, collection]) => {
    const id = chosen[field];
    return id ? [{ collection, id }] : [];
  });
}

/**
 * The first thing chosen that does not exist for this person or has been disabled.
 * @param which what an order was about once may be disabled by now
 */
export function missingReference(
  chosen: Chosen,
  { actor, find }: Pick<DecideContext, 'actor' | 'find'>,
  which: 'enabled' | 'disabled-too' = 'enabled',
): Rejection | undefined {
  for (const [field, collection] of chosenFields) {
    const id = chosen[field];
    if (!id) continue;
    const found = find(collection, id);
    if (!found || !fits(field, found) || !isServed(actor, found))
      return { code: 'unknown-reference', detail: field };
    if (which === 'enabled' && found.disabled) return { code: 'disabled-reference', detail: field };
  }
  return undefined;
}

const catalogTypeOf: Partial<Record<string, string>> = {
  serviceId: 'service',
  roadConditionId: 'road-condition',
};

function fits(field: string, found: object): boolean {
  const type = catalogTypeOf[field];
  return type === undefined || ('type' in found && found.type === type);
}

/** A customer of other outlets only is none of this person's: the same answer as for one that is missing. */
function isServed(actor: Actor, found: object): boolean {
  const outletIds = 'outletIds' in found && Array.isArray(found.outletIds) ? found.outletIds : [];
  return serves(actor, outletIds);
}

/** The first price item that a closing names and the catalog does not have. */
export function unknownItem(command: Command, find: Find): Rejection | undefined {
  if (command.type !== 'complete' && command.type !== 'empty-run') return undefined;
  const unknown = itemsReported(command.payload).find((item) => find('catalog', item)?.type !== 'price-item');
  return unknown === undefined ? undefined : { code: 'unknown-reference', detail: `item: ${unknown}` };
}
