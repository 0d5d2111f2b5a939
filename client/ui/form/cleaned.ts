// From what was entered to a document, and back from what an older version of a page may have kept. Both follow
// the schema. Pure.
import {
  IsArray,
  IsBoolean,
  IsInteger,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  type TSchema,
} from 'typebox';
import { isTree, type Tree } from './paths.ts';

/**
 * The document that was entered: text without spaces around it, optional fields that are empty are not there,
 * required ones that nobody touched are an empty text, an empty list or no. Fields that the schema does not know
 * are left alone: a newer version may have put them there.
 * @param verbatim paths whose spaces count, such as a password
 */
export function cleaned(schema: TSchema, entered: unknown, verbatim: readonly string[] = []): Tree {
  const value = cleanedValue(schema, entered, { verbatim, path: '' });
  return isTree(value) ? value : {};
}

interface Place {
  readonly verbatim: readonly string[];
  readonly path: string;
}

function cleanedValue(schema: TSchema | undefined, value: unknown, place: Place): unknown {
  if (typeof value === 'string') return place.verbatim.includes(place.path) ? value : value.trim();
  if (schema && IsObject(schema)) return cleanedFields(schema.properties, isTree(value) ? value : {}, place);
  if (Array.isArray(value)) {
    const items = schema && IsArray(schema) ? schema.items : undefined;
    return value.map((item, index) => cleanedValue(items, item, within(place, String(index))));
  }
  return value === undefined && schema ? untouched(schema) : copied(value);
}

function cleanedFields(schemas: Readonly<Record<string, TSchema>>, fields: Tree, place: Place): Tree {
  const result: Tree = {};
  for (const key of new Set([...Object.keys(fields), ...Object.keys(schemas)])) {
    const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
    if (schema && IsOptional(schema) && isBlank(fields[key])) continue;
    const value = cleanedValue(schema, fields[key], within(place, key));
    if (value !== undefined) result[key] = value;
  }
  return result;
}

const within = ({ verbatim, path }: Place, key: string): Place => ({
  verbatim,
  path: path === '' ? key : `${path}.${key}`,
});

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'string') return value.trim() === '';
  return isTree(value) ? Object.values(value).every(isBlank) : value === undefined;
}

/** What a required field stands for that nobody has touched. */
function untouched(schema: TSchema): unknown {
  if (IsString(schema)) return '';
  if (IsArray(schema)) return [];
  return IsBoolean(schema) ? false : undefined;
}

/** What of a stored value still has the schema's form; undefined when nothing. */
export function fitting(schema: TSchema, value: unknown): unknown {
  if (IsObject(schema)) {
    if (!isTree(value)) return undefined;
    const fields = Object.entries(schema.properties).map(([key, part]) => [key, fitting(part, value[key])]);
    return Object.fromEntries(fields.filter(([, part]) => part !== undefined));
  }
  if (IsArray(schema)) {
    if (!Array.isArray(value)) return undefined;
    return value.map((item) => fitting(schema.items, item)).filter((item) => item !== undefined);
  }
  if (IsString(schema)) return typeof value === 'string' ? value : undefined;
  if (IsNumber(schema) || IsInteger(schema)) return typeof value === 'number' ? value : undefined;
  return value;
}

/** The schema of what lies at a path, and whether it may be left out where it lies. */
export function schemaAt(
  schema: TSchema,
  path: string,
): { schema: TSchema; isOptional: boolean } | undefined {
  let found: TSchema = schema;
  for (const key of path.split('.')) {
    const next: TSchema | undefined = IsObject(found)
      ? found.properties[key]
      : IsArray(found)
        ? found.items
        : undefined;
    if (!next) return undefined;
    found = next;
  }
  return { schema: found, isOptional: IsOptional(found) };
}

/** TypeBox keeps what a string must look like out of its types. */
export const patternOf = (schema: TSchema): string | undefined =>
  'pattern' in schema && typeof schema.pattern === 'string' ? schema.pattern : undefined;

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]));
}
