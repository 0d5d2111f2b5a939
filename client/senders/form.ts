// A sender as its form holds it: the sender's words in rows. Pure.
import Type from 'typebox';
import { Id, filledText } from '#schemas/core/types.ts';
import { SenderInput } from '#schemas/notices/sender.ts';

const Words = Type.Array(Type.Object({ word: filledText(120), id: Id }), { maxItems: 500 });

export const SenderDraft = Type.Object({
  name: SenderInput.properties.name,
  customerId: SenderInput.properties.customerId,
  outletId: SenderInput.properties.outletId,
  callbackUrl: SenderInput.properties.callbackUrl,
  services: Words,
  customers: Words,
});
export type SenderDraft = Type.Static<typeof SenderDraft>;

type Rows = SenderDraft['services'];

export const draftOf = ({ disabled: _, services, customers, ...rest }: SenderInput): SenderDraft => ({
  ...known(rest),
  services: rowsOf(services),
  customers: rowsOf(customers),
});

export const inputOf = ({ services, customers, ...rest }: SenderDraft, disabled: boolean): SenderInput => ({
  ...known(rest),
  services: wordsOf(services),
  customers: wordsOf(customers),
  disabled,
});

/** A listed sender has more than may be sent back. */
const known = ({ name, customerId, outletId, callbackUrl }: Omit<SenderDraft, 'services' | 'customers'>) => ({
  name,
  ...(customerId && { customerId }),
  ...(outletId && { outletId }),
  ...(callbackUrl && { callbackUrl }),
});

const rowsOf = (words: SenderInput['services']): Rows =>
  Object.entries(words).map(([word, id]) => ({ word, id }));

const wordsOf = (rows: Rows): SenderInput['services'] =>
  Object.fromEntries(rows.map(({ word, id }) => [word.trim(), id]));

/** The index of the first word that stands there twice: it would mean one of the two. */
export function repeatedWord(rows: readonly { readonly word?: string | undefined }[]): number | undefined {
  const words = rows.map(({ word }) => word?.trim() ?? '');
  const index = words.findIndex((word, at) => word !== '' && words.indexOf(word) < at);
  return index === -1 ? undefined : index;
}
