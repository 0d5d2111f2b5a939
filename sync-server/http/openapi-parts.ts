// What the description of the HTTP interface is written with.
import { problemCodes, type ProblemCode } from '#schemas/core/problem-codes.ts';
import { collectionNames, collections, type Collection } from '#schemas/sync/collections.ts';

export type Json = object;

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: Json) => ({ 'application/json': { schema } });
export const answer = (description: string, schema: Json) => ({ description, content: json(schema) });
export const body = (schema: Json) => ({ required: true, content: json(schema) });
export const listOf = (items: Json) => ({ type: 'array', items });

export const problemResponse = {
  description: 'Why it did not work, and what to do next',
  content: { 'application/problem+json': { schema: ref('Problem') } },
};

/** The answers of a path that fails with these codes, by status. */
export function problems(...codes: ProblemCode[]): Json {
  const everywhere: ProblemCode[] = ['database-unavailable', 'internal'];
  const response = { $ref: '#/components/responses/Problem' };
  return Object.fromEntries([...codes, ...everywhere].map((code) => [problemCodes[code].status, response]));
}

export const pathParameter = (name: string, schema: Json) => ({ name, in: 'path', required: true, schema });
export const queryParameter = (name: string, schema: Json) => ({ name, in: 'query', schema });
export const schemaVersion = pathParameter('schemaVersion', { type: 'integer', minimum: 0 });
export const pushable = collectionNames.filter((name) => collections[name].flow !== 'down');

export const replicated = (names: readonly Collection[]) => [
  pathParameter('collection', { enum: names }),
  schemaVersion,
];
export const refusals = [
  'not-signed-in',
  'forbidden',
  'not-found',
  'schema-version',
  'invalid-request',
] as const;

export const text = { type: 'string' };
export const instant = { type: 'string', format: 'date-time' };

export const record = (properties: Json, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
