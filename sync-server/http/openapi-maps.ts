// The part of the description about maps and addresses.
import { PositionReport, PositionTaken } from '#schemas/fleet/positions.ts';
import { FoundAddress, FoundPlaces } from '#schemas/geo/found.ts';
import { MapSettings } from '#schemas/geo/map-settings.ts';
import { EtaAnswer, EtaQuestion } from '#schemas/geo/route.ts';
import { answer, body, problems, queryParameter, ref, text } from './openapi-parts.ts';

const longitude = { type: 'number', minimum: -180, maximum: 180 };
const latitude = { type: 'number', minimum: -90, maximum: 90 };

export const mapPaths = {
  '/api/settings/map': {
    get: {
      summary: 'Which map lies under the points, and whether addresses can be found',
      responses: { 200: answer('The operator’s settings', ref('MapSettings')), ...problems('not-signed-in') },
    },
  },
  '/api/map/basemap.pmtiles': {
    get: {
      summary: 'The server’s own map file, by ranges',
      responses: {
        200: { description: 'The file', content: { 'application/octet-stream': {} } },
        206: { description: 'A range of it', content: { 'application/octet-stream': {} } },
        ...problems('not-signed-in', 'not-found'),
      },
    },
  },
  '/api/geocode': {
    get: {
      summary: 'Places by name or address, the best first',
      parameters: [
        { ...queryParameter('q', { ...text, minLength: 1, maxLength: 100 }), required: true },
        queryParameter('lng', longitude),
        queryParameter('lat', latitude),
      ],
      responses: {
        200: answer('WGS-84; those near lng and lat before others', ref('FoundPlaces')),
        ...problems(
          'not-signed-in',
          'invalid-request',
          'not-found',
          'too-many-requests',
          'geocoder-unavailable',
        ),
      },
    },
  },
  '/api/reverse-geocode': {
    get: {
      summary: 'The address at a point',
      parameters: [
        { ...queryParameter('lng', longitude), required: true },
        { ...queryParameter('lat', latitude), required: true },
      ],
      responses: {
        200: answer('Without an address where none is known', ref('FoundAddress')),
        ...problems(
          'not-signed-in',
          'invalid-request',
          'not-found',
          'too-many-requests',
          'geocoder-unavailable',
        ),
      },
    },
  },
  '/api/positions': {
    post: {
      summary: 'A driver’s phone tells where it is; whoever has the map of his outlet sees it',
      description: 'At most one in 15 seconds is kept, and of a phone that rests one a minute.',
      requestBody: body(ref('PositionReport')),
      responses: {
        200: answer('Whether it is shown now', ref('PositionTaken')),
        ...problems(
          ...(['not-signed-in', 'forbidden', 'invalid-request', 'too-many-requests'] as const),
          'missing-csrf-header',
        ),
      },
    },
  },
  '/api/geo/eta': {
    post: {
      summary: 'How far it is by road from several places to one, in one question',
      requestBody: body(ref('EtaQuestion')),
      responses: {
        200: answer('One for each place, in order; null where no road leads', ref('EtaAnswer')),
        ...problems(
          'not-signed-in',
          'invalid-request',
          'not-found',
          'too-many-requests',
          'router-unavailable',
        ),
      },
    },
  },
};

export const mapSchemas = {
  ...{ MapSettings, FoundPlaces, FoundAddress, EtaQuestion, EtaAnswer },
  ...{ PositionReport, PositionTaken },
};
