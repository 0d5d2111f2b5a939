// What is wrong with a document by its schema, field by field. Pure; `messages.ts` puts it into words.
import { IsArray, IsInteger, IsNumber, IsString, type TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { Id } from '#schemas/core/types.ts';
import { patternOf, schemaAt } from './cleaned.ts';
import { read } from './paths.ts';

export type Problem =
  | { readonly code: 'missing' | 'choose' | 'integer' | 'not-listed' | 'repeated' | 'wrong' }
  | {
      readonly code: 'too-short' | 'too-long' | 'too-few' | 'too-many' | 'step' | 'at-least' | 'at-most';
      readonly limit: number;
    }
  | { readonly code: 'above' | 'below'; readonly limit: number }
  | { readonly code: 'pattern'; readonly pattern: string };

/** By path; the first problem of each field. */
export function problemsOf(schema: TSchema, document: unknown): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>();
  if (Check(schema, document)) return problems;
  for (const error of Errors(schema, document)) {
    for (const path of pathsOf(error)) {
      const found = problemOf(error, read(document, path));
      if (!problems.has(path)) problems.set(path, isChosen(schema, path, found) ? { code: 'choose' } : found);
    }
  }
  return problems;
}

type SchemaError = ReturnType<typeof Errors>[number];

/** An absent field is told at its parent. */
function pathsOf(error: SchemaError): string[] {
  const at = error.instancePath.slice(1).replaceAll('/', '.');
  if (error.keyword !== 'required') return [at];
  return error.params.requiredProperties.map((name) => (at ? `${at}.${name}` : name));
}

/** An empty field that holds an id, or one of a few values, is chosen and not written. */
function isChosen(schema: TSchema, path: string, { code }: Problem): boolean {
  const field = schemaAt(schema, path)?.schema;
  if (code !== 'missing' || !field) return false;
  return 'enum' in field || IsArray(field) || patternOf(field) === patternOf(Id);
}

/** Of an empty field nothing else is worth saying. */
function problemOf(error: SchemaError, value: unknown): Problem {
  if (value === undefined || value === '') return { code: 'missing' };
  switch (error.keyword) {
    case 'minLength':
      return { code: 'too-short', limit: error.params.limit };
    case 'maxLength':
      return { code: 'too-long', limit: error.params.limit };
    case 'minItems':
      return Array.isArray(value) && value.length === 0
        ? { code: 'missing' }
        : { code: 'too-few', limit: error.params.limit };
    case 'maxItems':
      return { code: 'too-many', limit: error.params.limit };
    case 'uniqueItems':
      return { code: 'repeated' };
    case 'minimum':
      return { code: 'at-least', limit: Number(error.params.limit) };
    case 'maximum':
      return { code: 'at-most', limit: Number(error.params.limit) };
    case 'exclusiveMinimum':
      return { code: 'above', limit: Number(error.params.limit) };
    case 'exclusiveMaximum':
      return { code: 'below', limit: Number(error.params.limit) };
    case 'multipleOf':
      return { code: 'step', limit: Number(error.params.multipleOf) };
    case 'pattern':
      return { code: 'pattern', pattern: String(error.params.pattern) };
    case 'type':
      return { code: error.params.type === 'integer' ? 'integer' : 'wrong' };
    case 'enum':
    case 'const':
    case 'anyOf':
      return { code: 'not-listed' };
    default:
      return { code: 'wrong' };
  }
}

/**
 * Whether a field carries the mark of what must be filled. Within an optional object that is so as soon as
 * something of it is filled.
 */
export function isRequired(schema: TSchema, path: string, document: unknown): boolean {
  const parent = path.split('.').slice(0, -1).join('.');
  const found = schemaAt(schema, path);
  if (!found || found.isOptional || !mustBeFilled(found.schema)) return false;
  return parent === '' || read(document, parent) !== undefined;
}

function mustBeFilled(schema: TSchema): boolean {
  if (IsString(schema))
    return ('minLength' in schema && schema.minLength !== 0) || patternOf(schema) !== undefined;
  if (IsNumber(schema) || IsInteger(schema)) return true;
  if ('items' in schema) return 'minItems' in schema && Number(schema.minItems) > 0;
  return 'enum' in schema || 'anyOf' in schema;
}
