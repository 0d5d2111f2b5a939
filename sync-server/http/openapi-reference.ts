// The part of the description about reference data.
import { collectionNames, isReference } from '#schemas/sync/collections.ts';
import { answer, listOf, pathParameter, problems, record, text } from './openapi-parts.ts';

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
};
