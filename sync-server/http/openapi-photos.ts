// The part of the description about photos.
import { answer, pathParameter, problems, record, ref, text } from './openapi-parts.ts';

const id = pathParameter('id', text);
const header = (name: string, schema: object) => ({ name, in: 'header', required: true, schema });
const tus = header('Tus-Resumable', { const: '1.0.0' });
const said = (description: string) => ({ description });
export const picture = (description: string, type: string) => ({ description, content: { [type]: {} } });

export const photoPaths = {
  '/api/photos/uploads': {
    post: {
      summary: 'Begins to send a photo that a command `add-photo` has announced, by the tus protocol',
      parameters: [
        tus,
        header('Upload-Length', { type: 'integer', minimum: 1 }),
        header('Upload-Metadata', { ...text, description: '`photoId` and its value in base64' }),
      ],
      responses: {
        201: said('The header Location says where to send the bytes to; asked again, the same'),
        ...problems('not-signed-in', 'photo-not-announced', 'photo-stored', 'invalid-request'),
      },
    },
  },
  '/api/photos/uploads/{id}': {
    head: {
      summary: 'How many bytes have come (header Upload-Offset)',
      parameters: [id, tus],
      responses: {
        200: said('So many'),
        ...problems('not-signed-in', 'photo-not-announced', 'photo-stored'),
      },
    },
    patch: {
      summary: 'Sends bytes from Upload-Offset on',
      parameters: [id, tus, header('Upload-Offset', { type: 'integer', minimum: 0 })],
      requestBody: { required: true, content: { 'application/offset+octet-stream': {} } },
      responses: {
        204: said('They are kept; the header Upload-Offset says up to where'),
        ...problems('not-signed-in', 'photo-not-announced', 'photo-stored'),
      },
    },
  },
  '/api/photos/{id}': {
    get: {
      summary: 'Whether a photo of one’s own is stored: only then may its bytes be forgotten',
      parameters: [id],
      responses: {
        200: answer('`stored`: the bytes are what was announced', ref('PhotoState')),
        ...problems('not-signed-in', 'photo-not-announced'),
      },
    },
  },
  '/api/photos/{id}/original': {
    get: {
      summary: 'The photo as it was taken',
      parameters: [id],
      responses: { 200: picture('Its bytes', 'image/*'), ...problems('not-signed-in', 'not-found') },
    },
  },
  '/api/photos/{id}/preview': {
    get: {
      summary: 'The photo upright and small, without what a camera notes about the place',
      parameters: [id],
      responses: { 200: picture('A preview', 'image/jpeg'), ...problems('not-signed-in', 'not-found') },
    },
  },
};

export const photoSchemas = {
  PhotoState: record({ id: text, sha256: text, state: { enum: ['waiting', 'stored'] } }),
};
