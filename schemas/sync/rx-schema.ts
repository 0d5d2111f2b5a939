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
 * Plain JSON: the key and what is indexed, each with the length or range that RxDB asks for. No other field is
 * named: RxDB only looks after the indexes, the server checks the rest, and a field that comes to be later shall
 * not make RxDB refuse the database of the day before.
 */
export function rxSchemaOf({ schema, version, indexes }: Definition): RxSchemaShape {
  const all = JSON.parse(JSON.stringify(schema.properties)) as Record<string, object>;
  const named = [...new Set(['id', ...indexes.flat()])];
  const properties = named.map((field): [string, object] => {
    const property = all[field] ?? {};
    return [field, { ...property, ...indexBounds(property) }];
  });
  return {
    version,
    primaryKey: 'id',
    type: 'object',
    properties: Object.fromEntries(properties),
    required: named,
    indexes,
  };
}

function indexBounds(property: object): object {
  if ('type' in property && property.type === 'integer')
    return { multipleOf: 1, minimum: 0, maximum: 1_000_000_000 };
  return { type: 'string', maxLength: 'maxLength' in property ? property.maxLength : 64 };
}
