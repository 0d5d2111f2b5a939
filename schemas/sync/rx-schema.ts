// RxDB's schema of a collection, made from ours.
import type Type from 'typebox';

interface Definition {
  readonly schema: Type.TObject;
  readonly version: number;
  readonly indexes: readonly (readonly string[])[];
}

export interface RxSchemaShape {
  readonly version: number;
  readonly primaryKey: 'id';
  readonly type: 'object';
  readonly properties: Record<string, object>;
  readonly required: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}

/**
 * Plain JSON: what is indexed is given the length or range that RxDB asks for. What lies within a field is left
 * out: nothing in it is indexed, RxDB takes no name such as `zh-TW` there, and an addition to it shall not make
 * RxDB refuse the database of the day before.
 */
export function rxSchemaOf({ schema, version, indexes }: Definition): RxSchemaShape {
  const { properties, required } = JSON.parse(JSON.stringify(schema)) as {
    properties: Record<string, object>;
    required?: string[];
  };
  const indexed = new Set(indexes.flat());
  const fields = Object.entries(properties).map(([field, property]): [string, object] => [
    field,
    indexed.has(field) ? { ...property, ...indexBounds(property) } : withoutParts(property),
  ]);
  return {
    version,
    primaryKey: 'id',
    type: 'object',
    properties: Object.fromEntries(fields),
    required: [...new Set(['id', ...(required ?? []), ...indexed])],
    indexes,
  };
}

function withoutParts(property: object): object {
  const hasParts = 'properties' in property || 'items' in property;
  return hasParts && 'type' in property ? { type: property.type } : property;
}

function indexBounds(property: object): object {
  if ('type' in property && property.type === 'integer')
    return { multipleOf: 1, minimum: 0, maximum: 1_000_000_000 };
  return { type: 'string', maxLength: 'maxLength' in property ? property.maxLength : 64 };
}
