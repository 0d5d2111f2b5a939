// Parse at the door: tells what in a document does not fit its schema, in words with a path.
import { IsArray, IsObject, type TSchema, type Static } from 'typebox';
import { Check, Clean, Errors } from 'typebox/value';
import { fail, ok, type Result } from './result.ts';

/** The first few things wrong with a value, e.g. `pickup.lng must be <= 180`. */
export type Invalid = readonly string[];

export function parse<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
): Result<Static<Schema>, Invalid> {
  if (Check(schema, value)) return ok(value);
  // To find all that is wrong takes many times as long as to find out that something is.
  if (!hasAtMost(explained, value)) return fail(['value does not fit, and is too large to say where']);
  return fail(
    Errors(schema, value)
      .slice(0, 5)
      .map(
        ({ instancePath, message }) => `${instancePath.slice(1).replaceAll('/', '.') || 'value'} ${message}`,
      ),
  );
}

/** More values than any form or device of ours puts into one document. */
const explained = 20_000;

/** Whether a JSON value holds no more values than so many, itself and all within. */
function hasAtMost(most: number, value: unknown): boolean {
  const waiting: unknown[] = [value];
  for (let seen = 0; waiting.length > 0; seen++) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const parts: unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (seen + waiting.length + parts.length >= most) return false;
    waiting.push(...parts);
  }
  return true;
}

/**
 * As `parse`, but gives a copy with nothing but the schema's own fields, so that nobody smuggles in a field
 * that another part trusts.
 * @param value storable: its nesting has an end
 */
export function parseOwn<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
): Result<Static<Schema>, Invalid> {
  const parsed = parse(schema, value);
  if (!parsed.ok || isOwn(schema, value)) return parsed;
  return parse(schema, Clean(schema, copied(value)));
}

/**
 * Whether a value that fits has surely no field but the schema's own. Nearly all have none, and taking them out
 * costs several times as much as looking.
 */
function isOwn(schema: TSchema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return IsArray(schema) && value.every((part) => isOwn(schema.items, part));
  if (!IsObject(schema)) return false;
  return Object.entries(value).every(([field, part]) => {
    const known = Object.hasOwn(schema.properties, field) ? schema.properties[field] : undefined;
    return known !== undefined && isOwn(known, part);
  });
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]));
}
