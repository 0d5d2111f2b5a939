// The part of the description about orders of all time.
import { OrderSearch, searchLimits } from '#schemas/orders/search.ts';
import {
  answer,
  listOf,
  pathParameter,
  problems,
  queryParameter,
  record,
  ref,
  text,
} from './openapi-parts.ts';

const narrowing = Object.entries(OrderSearch.properties).map(([name, schema]) =>
  queryParameter(name, schema),
);

const fen = { type: 'integer' };

const page = [
  { ...queryParameter('after', text), description: 'The `next` of the page before' },
  queryParameter('limit', { type: 'integer', minimum: 1, default: searchLimits.page }),
];

export const orderPaths = {
  '/api/orders/search': {
    get: {
      summary: 'Orders of all time, newest first',
      description: `For orders.view, within the outlets that somebody sees. What a text is compared with may hold it anywhere; upper and lower case, spaces, dots and dashes do not count. Texts need two characters, of letters and digits alone three. \`stage\` and \`figure\` need finance.view; \`figure\` finds the orders that make up a figure of the reports, with what each adds to it in \`amounts\`, in fen; without it amounts are left out. At most ${searchLimits.pageMax} a page.`,
      parameters: [...narrowing, ...page],
      responses: {
        200: answer(
          'A page; without `next` it is the last',
          record(
            {
              orders: listOf(ref('orders')),
              next: text,
              amounts: { type: 'object', additionalProperties: fen },
            },
            ['next', 'amounts'],
          ),
        ),
        ...problems('not-signed-in', 'forbidden', 'invalid-request'),
      },
    },
  },
  '/api/orders/search/count': {
    get: {
      summary: 'How many orders a search finds',
      description: `Counted up to ${searchLimits.counted}; all where it is by \`figure\`, \`reason\` or \`without\`. Of a figure that is an amount with what they come to.`,
      parameters: narrowing,
      responses: {
        200: answer(
          'The count',
          record({ count: { type: 'integer' }, more: { type: 'boolean' }, amountFen: fen }, ['amountFen']),
        ),
        ...problems('not-signed-in', 'forbidden', 'invalid-request'),
      },
    },
  },
  '/api/orders/{id}': {
    get: {
      summary: 'One order, its photos, and which device each entry of its timeline came from',
      description: 'Also of those that were closed long ago and have left the devices.',
      parameters: [pathParameter('id', text)],
      responses: {
        200: answer(
          'The order in full',
          record({
            order: ref('orders'),
            devices: { type: 'object', additionalProperties: text },
            photos: listOf(ref('photos')),
          }),
        ),
        ...problems('not-signed-in', 'not-found'),
      },
    },
  },
};
