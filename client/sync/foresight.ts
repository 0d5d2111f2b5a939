// Asks the rule that the server will ask, before anything is sent: would this command be accepted now?
import type { RejectionCode } from '#schemas/core/codes.ts';
import { decide } from '#schemas/orders/decide.ts';
import type { DecideContext } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';

/** What the rule has to know, as this device holds it. */
export type Known = Pick<DecideContext, 'actor' | 'find' | 'now'>;

/**
 * Why a command, submitted anew, would be refused.
 * @param document as it was stored or kept back; anything may be in it
 * @param order `null`: there is none, or none that this person sees
 */
export function whyRefused(document: unknown, order: Order | null, known: Known): RejectionCode | undefined {
  const command = parseCommand(document);
  if (!command.ok) return command.error.code;
  // A command of its own: whatever became of the former one, this one has not been applied.
  const decision = decide(order, { ...command.value, id: 'anew' }, known);
  return decision.ok ? undefined : decision.error.code;
}

/** Refusals of what this device may merely not have at hand say nothing about the server. */
const unsure: readonly RejectionCode[] = [
  'order-not-found',
  'unknown-reference',
  'disabled-reference',
  'not-a-driver',
];

/** Why a command that still waits to be sent will probably be refused. */
export function whyDoubtful(document: unknown, order: Order | null, known: Known): RejectionCode | undefined {
  const command = parseCommand(document);
  if (!command.ok) return command.error.code;
  const decision = decide(order, command.value, known);
  return decision.ok || unsure.includes(decision.error.code) ? undefined : decision.error.code;
}
