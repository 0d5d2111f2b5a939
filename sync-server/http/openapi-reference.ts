// The part of the description about reference data.
import { collectionNames, isReference } from '#schemas/sync/collections.ts';
import {
  answer,
  instant,
  listOf,
  pathParameter,
  problems,
  queryParameter,
  record,
  ref,
  text,
} from './openapi-parts.ts';

const references = collectionNames.filter(isReference);
const named = [pathParameter('collection', { enum: references }), pathParameter('id', text)];

export const referencePaths = {
  '/api/reference/{collection}/{id}/uses': {
    get: {
      summary: 'Who names a document, which cannot be deleted as long as anything does',
      description: 'documents: those that the sender sees, at most 100. counts: all of them, by collection.',
      parameters: named,
      responses: {
        200: answer(
          'Everything that names it',
          record({
            documents: listOf(record({ collection: { enum: references }, id: text, name: text })),
            counts: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
          }),
        ),
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/history/{collection}/{id}': {
    get: {
      summary: 'Who has changed what of a document, newest first',
      description:
        'For whoever sees the document, or saw it before it was deleted. Private data of an employee for staff.sensitive alone. `before` is the id of the last entry of the page before.',
      parameters: [...named, queryParameter('before', { type: 'integer', minimum: 1 })],
      responses: {
        200: answer(
          'At most 50 entries',
          record({ entries: listOf(ref('HistoryEntry')), hasMore: { type: 'boolean' } }),
        ),
        ...problems('not-signed-in', 'forbidden', 'not-found', 'invalid-request'),
      },
    },
  },
};

export const referenceSchemas = {
  HistoryEntry: record(
    {
      id: { type: 'integer' },
      kind: { enum: ['created', 'changed', 'deleted'] },
      part: { enum: ['document', 'private'] },
      version: { type: 'integer' },
      at: instant,
      by: { ...text, description: 'Id of a staff document, or server' },
      byName: { ...text, description: 'Where the sender may see that person' },
      deviceId: text,
      changes: listOf(record({ field: text, before: {}, after: {} }, ['before', 'after'])),
    },
    ['byName', 'deviceId'],
  ),
};
