// The part of the description about healing and about what was held back.
import { collectionNames } from '#schemas/sync/collections.ts';
import { limits } from '#schemas/sync/protocol.ts';
import { Resolution } from '#schemas/sync/quarantine.ts';
import {
  answer,
  body,
  instant,
  listOf,
  pathParameter,
  problems,
  queryParameter,
  record,
  ref,
  refusals,
  replicated,
  text,
} from './openapi-parts.ts';
import { picture } from './openapi-photos.ts';

const count = { type: 'integer', minimum: 0 };
const byCollection = (schema: object) => ({ type: 'object', additionalProperties: schema });

export const healingPaths = {
  '/replication/digests': {
    get: {
      summary: 'Checksums of what the sender should hold of each collection',
      description:
        'sum: over all documents, the first 32 bits of MD5 of "id version". last: the highest version among them.',
      parameters: [
        {
          ...queryParameter('collections', { ...listOf({ enum: collectionNames }), minItems: 1 }),
          required: true,
          explode: false,
        },
      ],
      responses: {
        200: answer(
          'By collection',
          record({ digests: byCollection(record({ count, sum: count, last: count })) }),
        ),
        ...problems('not-signed-in', 'invalid-request'),
      },
    },
  },
  '/replication/{collection}/{schemaVersion}/inventory': {
    get: {
      summary: 'Id and version of every document that the sender should hold',
      parameters: replicated(collectionNames),
      responses: { 200: answer('By id', record({ held: byCollection(count) })), ...problems(...refusals) },
    },
  },
  '/replication/{collection}/{schemaVersion}/documents': {
    post: {
      summary: 'Documents by id',
      description:
        'What the sender does not see comes as a tombstone. A command that was never heard of is marked `unknown`.',
      parameters: replicated(collectionNames),
      requestBody: body(record({ ids: { ...listOf(text), maxItems: limits.pushRows } })),
      responses: {
        200: answer('In any order', record({ documents: listOf(ref('ReplicatedDocument')) })),
        ...problems(...refusals, 'missing-csrf-header', 'too-large'),
      },
    },
  },
};

export const quarantinePaths = {
  '/api/quarantine': {
    get: {
      summary: 'What was entered by people who had no right to it any more, newest first',
      parameters: [
        queryParameter('handled', { enum: ['0', '1'], default: '0' }),
        queryParameter('before', { type: 'integer', minimum: 1 }),
      ],
      responses: {
        200: answer(
          'At most 50 entries',
          record({ entries: listOf(ref('QuarantineEntry')), hasMore: { type: 'boolean' } }),
        ),
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/quarantine/{id}/photo': {
    get: {
      summary: 'The photo of a held-back `add-photo`, small and upright, once its bytes have come',
      parameters: [pathParameter('id', { type: 'integer', minimum: 1 })],
      responses: {
        200: picture('A preview', 'image/jpeg'),
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/quarantine/{id}/original': {
    get: {
      summary: 'The same as it was taken',
      parameters: [pathParameter('id', { type: 'integer', minimum: 1 })],
      responses: {
        200: picture('Its bytes', 'image/*'),
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/quarantine/{id}': {
    post: {
      summary: 'Says what became of an entry; the first word stands',
      parameters: [pathParameter('id', { type: 'integer', minimum: 1 })],
      requestBody: body(Resolution),
      responses: {
        200: answer('The entry as it stands', ref('QuarantineEntry')),
        ...problems('not-signed-in', 'forbidden', 'not-found', 'missing-csrf-header', 'invalid-request'),
      },
    },
  },
};

export const quarantineSchemas = {
  QuarantineEntry: record(
    {
      id: { type: 'integer' },
      kind: { enum: ['command', 'document'] },
      collection: { enum: collectionNames },
      documentId: text,
      actorId: text,
      actorName: text,
      deviceId: text,
      code: text,
      detail: text,
      entered: { type: 'object' },
      receivedAt: instant,
      handledAt: instant,
      handledBy: text,
      resolution: Resolution.properties.resolution,
      note: text,
    },
    ['deviceId', 'detail', 'handledAt', 'handledBy', 'resolution', 'note'],
  ),
};
