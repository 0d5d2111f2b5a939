// The part of the description about the books.
import { ages, mostDebtOrders, statementFaults } from '#schemas/finance/accounts.ts';
import { answer, body, instant, listOf, pathParameter, problems, record, text } from './openapi-parts.ts';

const fen = { type: 'integer', description: 'Fen' };

const closing = record(
  {
    ...{ seq: { type: 'integer' }, kind: { enum: ['close', 'reopen'] }, month: text, by: text, at: instant },
    ...{ reason: text, balances: { type: 'object', additionalProperties: fen } },
  },
  ['reason', 'balances'],
);
const months = record({
  closedUntil: { type: ['string', 'null'], format: 'date-time' },
  months: listOf(
    record({
      ...{ month: text, state: { enum: ['running', 'open', 'closed'] }, revenueFen: fen, receivedFen: fen },
      ...{ entries: { type: 'integer' }, closings: listOf(closing) },
    }),
  ),
});
const month = pathParameter('month', { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

export const financePaths = {
  '/api/finance/months': {
    get: {
      summary: 'The books by month, and which months are closed',
      description: 'For finance.view with outlets.all.',
      responses: { 200: answer('The months', months), ...problems('not-signed-in', 'forbidden') },
    },
  },
  '/api/finance/months/{month}/open': {
    get: {
      summary: 'What is not finished of a month: orders that ended in it, statements in draft or disputed',
      parameters: [month],
      responses: {
        200: answer(
          'What is open; at most 100 orders of each stage are listed',
          record({
            orders: listOf(record({ id: text, number: text, stage: text })),
            statements: listOf(record({ id: text, name: text, state: text })),
            counts: { type: 'object', additionalProperties: { type: 'integer' } },
          }),
        ),
        ...problems('not-signed-in', 'forbidden', 'invalid-request'),
      },
    },
  },
  '/api/finance/months/{month}/close': {
    post: {
      summary: 'Closes a month: no entry of the ledger gets a date in it any more',
      description: 'For finance.close, while the accounts agree with orders and statements.',
      parameters: [month],
      responses: {
        200: answer('The months', months),
        ...problems('not-signed-in', 'forbidden', 'invalid-request', 'books-differ'),
      },
    },
  },
  '/api/finance/months/{month}/reopen': {
    post: {
      summary: 'Opens the last closed month again',
      description: 'For finance.reopen. It is recorded with its reason.',
      parameters: [month],
      requestBody: body(record({ reason: text })),
      responses: {
        200: answer('The months', months),
        ...problems('not-signed-in', 'forbidden', 'invalid-request', 'month-not-last-closed'),
      },
    },
  },
  '/api/finance/accounts': {
    get: {
      summary: 'What the accounts stand at, and what they should by orders and statements',
      description:
        'For finance.view with outlets.all. An account on which ledgerFen and documentsFen differ is a fault, and so is what a statement says otherwise than its orders and receipts. Debts are what customers owe by the ledger, by days since the orders ended, less what was received in part.',
      responses: {
        200: answer(
          'The books',
          record({
            asOf: instant,
            balances: listOf(record({ account: text, ledgerFen: fen, documentsFen: fen })),
            debts: listOf(
              record({
                ...{ customerId: text, orders: { type: 'integer' } },
                partFen: fen,
                ...{ upTo30: fen, upTo60: fen, upTo90: fen, older: fen },
              }),
            ),
            faults: listOf(
              record(
                {
                  ...{ statementId: text, number: text, orderId: text, orderNumber: text },
                  ...{ what: { enum: statementFaults }, statementFen: fen, otherFen: fen },
                },
                ['orderId', 'orderNumber'],
              ),
            ),
          }),
        ),
        ...problems('not-signed-in', 'forbidden'),
      },
    },
  },
  '/api/finance/debts/{customerId}': {
    get: {
      summary: 'The orders that a customer owes, the oldest first',
      description: `For finance.view with outlets.all. They come to the customer's debt. At most ${mostDebtOrders} are listed; count is of all.`,
      parameters: [pathParameter('customerId', text)],
      responses: {
        200: answer(
          'The orders',
          record({
            ...{ asOf: instant, count: { type: 'integer' } },
            orders: listOf(
              record(
                {
                  ...{ orderId: text, number: text, endedAt: instant, age: { enum: ages } },
                  ...{ fen, partFen: fen, statementId: text },
                },
                ['endedAt', 'statementId'],
              ),
            ),
          }),
        ),
        ...problems('not-signed-in', 'forbidden', 'invalid-request'),
      },
    },
  },
};
