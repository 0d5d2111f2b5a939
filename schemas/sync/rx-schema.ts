// RxDB's schema of a collection, made from ours.
import { collections, type Collection } from './collections.ts';

export interface RxSchemaShape {
  readonly version: number;
  readonly primaryKey: 'id';
  readonly type: 'object';
  readonly properties: Record<string, object>;
  readonly required: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}

/** Plain JSON: what is indexed is given the length or range that RxDB asks for. */
export function rxSchemaOf(name: Collection): RxSchemaShape {
  const { schema, version, indexes } = collections[name];
  const { properties, required } = JSON.parse(JSON.stringify(schema)) as {
    properties: Record<string, object>;
    required?: string[];
  };
  const indexed = new Set(indexes.flat());
  for (const field of indexed)
    properties[field] = { ...properties[field], ...indexBounds(properties[field]) };
  return {
    version,
    primaryKey: 'id',
    type: 'object',
    properties,
    required: [...new Set(['id', ...(required ?? []), ...indexed])],
    indexes,
  };
}

function indexBounds(property: object = {}): object {
  if ('type' in property && property.type === 'integer')
    return { multipleOf: 1, minimum: 0, maximum: 1_000_000_000 };
  return { type: 'string', maxLength: 'maxLength' in property ? property.maxLength : 64 };
}
