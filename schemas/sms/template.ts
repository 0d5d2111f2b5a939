// A message's template: text with fields in braces, such as `{driver}`. What it becomes is the same in a preview
// and when it is sent.

/** The fields that an order fills by itself. A template may have others: whoever sends it fills them in. */
export const orderFields = [
  'number',
  'contact',
  'plate',
  'service',
  'pickup',
  'destination',
  'outlet',
  'outletPhone',
  'vehicle',
  'driver',
  'driverPhone',
] as const;
export type OrderField = (typeof orderFields)[number];

/**
 * The rescued person's link. Its secret is made when the message leaves and is written nowhere else: up to then
 * the text holds the field as it is.
 */
export const linkField = 'link';

const field = /\{([A-Za-z][A-Za-z0-9]{0,39})\}/g;

/** The names of the fields of a template, each once, in order of appearance. */
export function fieldsOf(body: string): string[] {
  return [...new Set([...body.matchAll(field)].flatMap(([, name]) => name ?? []))];
}

/** Fields without a value stay as they are. */
export function fill(body: string, values: Readonly<Record<string, string>>): string {
  return body.replaceAll(field, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

export interface Length {
  /** In UTF-16 units, as gateways count. */
  readonly units: number;
  /** Messages that are charged. */
  readonly parts: number;
}

/** Alone a message has 70 units; in several parts each loses three to the number of the part. */
export function lengthOf(text: string): Length {
  const units = text.length;
  return { units, parts: units <= 70 ? 1 : Math.ceil(units / 67) };
}

/** About what a link adds, for a preview that cannot know it yet. */
const linkLength = 40;

export const previewLengthOf = (text: string): Length =>
  lengthOf(text.replaceAll(`{${linkField}}`, '-'.repeat(linkLength)));

/** A phone that receives messages, without the spaces people write; undefined: a landline, or no number at all. */
export function mobileOf(phone: string): string | undefined {
  const digits = phone.replaceAll(/[\s()-]/g, '');
  return /^(?:1[3-9]\d{9}|\+[1-9]\d{7,14})$/.test(digits) ? digits : undefined;
}
