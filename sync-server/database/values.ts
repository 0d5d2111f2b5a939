// How values cross the border between SQL and TypeScript, the same for both drivers.
import type { Param } from './database.ts';

/** Type numbers of Postgres (pg_type.oid) that the drivers' own parsers treat differently from each other. */
const oid = {
  int8: 20,
  json: 114,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numeric: 1700,
  jsonb: 3802,
} as const;

const asIs = (text: string): string => text;

/**
 * Text from Postgres to a value, by type number. A calendar day (`date`), an interval and a `numeric`
 * stay text: none of them has a JavaScript value that keeps what it says.
 */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: safeInteger,
  [oid.json]: JSON.parse,
  [oid.jsonb]: JSON.parse,
  [oid.timestamptz]: (text) => new Date(text),
  [oid.timestamp]: (text) => new Date(`${text}Z`),
  [oid.date]: asIs,
  [oid.interval]: asIs,
  [oid.numeric]: asIs,
};

/** The same for arrays: the array's type number, and its element's. */
export const arrayElements: Readonly<Record<number, number>> = {
  1016: oid.int8,
  199: oid.json,
  3807: oid.jsonb,
  1185: oid.timestamptz,
  1115: oid.timestamp,
  1182: oid.date,
  1187: oid.interval,
  1231: oid.numeric,
};

/** A parameter as it is sent. Times go as UTC text: `pg` would write them in this machine's time zone. */
export function toWire(value: Param): Param {
  return value instanceof Date ? value.toISOString() : value;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number.`);
  return value;
}
