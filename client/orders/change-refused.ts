// A refused creation or edit as a form to be filled in again: nothing that was entered is typed twice. Pure.
import { equalJson } from '#schemas/core/equal.ts';
import type { Command, CommandDocument } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { draftOf, isEditable, type Draft, type EditableField } from './draft.ts';

export type Creation = Extract<Command, { type: 'create-order' }>;
type OrderEdit = Extract<Command, { type: 'edit-order' }>;

export interface CreationToChange {
  readonly draft: Draft;
  /** What the form does not show and the new command has to carry along. */
  readonly links: Pick<Creation['payload'], 'copiedFrom' | 'noticeId' | 'callId'>;
}

export const creationIn = (refused: CommandDocument): Creation | undefined => {
  const command = parseCommand(refused);
  return command.ok && command.value.type === 'create-order' ? command.value : undefined;
};

export const editIn = (refused: CommandDocument): OrderEdit | undefined => {
  const command = parseCommand(refused);
  return command.ok && command.value.type === 'edit-order' ? command.value : undefined;
};

export function creationToChange({ payload }: Creation): CreationToChange {
  const { copiedFrom, noticeId, callId } = payload;
  return {
    draft: draftOf(payload),
    links: { ...(copiedFrom && { copiedFrom }), ...(noticeId && { noticeId }), ...(callId && { callId }) },
  };
}

export interface EditToChange {
  readonly draft: Draft;
  /** The order that the form begins with: where somebody else changed the same field, as the author saw it. */
  readonly seen: Order;
  /** Fields that somebody else changed meanwhile to something else again: a choice has to be made. */
  readonly conflicts: readonly EditableField[];
}

/** @param order as it is now */
export function editToChange({ payload: { patch, base } }: OrderEdit, order: Order): EditToChange {
  const [now, wanted]: Record<string, unknown>[] = [{ ...order }, { ...patch }];
  const conflicts = Object.keys(patch)
    .filter(isEditable)
    .filter((field) => !isSame(now?.[field], base[field]) && !isSame(now?.[field], wanted?.[field]));
  const seenThen = Object.fromEntries(conflicts.map((field) => [field, base[field]]));
  return {
    draft: draftOf(withFields(order, patch)),
    seen: withFields(order, seenThen),
    conflicts,
  };
}

const isSame = (a: unknown, b: unknown): boolean => equalJson(a ?? null, b ?? null);

/** The order with some fields otherwise; null and nothing take a field away. */
function withFields(order: Order, fields: object): Order {
  const changed: Record<string, unknown> = { ...order, ...fields };
  const filled = Object.entries(changed).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(filled) as Order;
}
