// What a driver accepted of what was offered to several: whether it is certain yet, and, when it was lost, what it
// was, because the order itself has left his phone by then.
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import { recall, remember } from '../ui/appearance.ts';

/** Whether it is his by an acceptance that the server has not judged. @param unsent ids of commands */
export const hasTaken = ({ timeline }: Pick<Order, 'timeline'>, unsent: ReadonlySet<string>): boolean =>
  timeline.some(({ id, type, driverId }) => type === 'accept' && driverId !== undefined && unsent.has(id));

const lostBy: readonly (string | undefined)[] = ['offer-taken', 'offer-withdrawn', 'order-voided'];

export const isLost = ({ type, verdict }: CommandDocument): boolean =>
  type === 'accept' && lostBy.includes(verdict?.code);

const kept = 20;

/** The last ones that were accepted on this device, the latest first. */
export function rememberTaken(key: string, orderId: string, what: string): void {
  const others = entriesOf(key).filter(([id]) => id !== orderId);
  remember(key, JSON.stringify([[orderId, what], ...others].slice(0, kept)));
}

export const readTaken = (key: string, orderId: string): string | undefined =>
  entriesOf(key).find(([id]) => id === orderId)?.[1];

function entriesOf(key: string): [id: string, what: string][] {
  try {
    const stored: unknown = JSON.parse(recall(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return [];
  }
}

const isEntry = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
