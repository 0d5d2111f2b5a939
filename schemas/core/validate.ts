// Parse at the door: tells what in a document does not fit its schema, in words with a path.
import type { TSchema, Static } from 'typebox';
import { Check, Clean, Errors } from 'typebox/value';
import { fail, ok, type Result } from './result.ts';

/** The first few things wrong with a value, e.g. `pickup.lng must be <= 180`. */
export type Invalid = readonly string[];

export function parse<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
): Result<Static<Schema>, Invalid> {
  if (Check(schema, value)) return ok(value);
  return fail(
    Errors(schema, value)
      .slice(0, 5)
      .map(
        ({ instancePath, message }) => `${instancePath.slice(1).replaceAll('/', '.') || 'value'} ${message}`,
      ),
  );
}

/**
 * As `parse`, but gives a copy with nothing but the schema's own fields, so that nobody smuggles in a field
 * that another part trusts, and with text that every database can hold.
 */
export function parseOwn<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
): Result<Static<Schema>, Invalid> {
  const parsed = parse(schema, value);
  if (!parsed.ok) return parsed;
  if (isDeeper(value, deepest)) return fail(['value is nested too deeply']);
  return parse(schema, Clean(schema, storable(value)));
}

const deepest = 20;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/** Postgres takes neither NUL nor half a surrogate pair, which is what is left of an emoji cut in two. */
const notStorable = /\0|\p{Surrogate}/gu;

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(notStorable, '\uFFFD');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)]));
}
