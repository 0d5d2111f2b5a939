// The part of the description about the books.
import { answer, instant, listOf, problems, record, text } from './openapi-parts.ts';

const fen = { type: 'integer', description: 'Fen' };

export const financePaths = {
  '/api/finance/accounts': {
    get: {
      summary: 'What the accounts stand at, and what they should by orders and statements',
      description:
        'For finance.view with outlets.all. An account on which ledgerFen and documentsFen differ is a fault. Debts are what customers owe, by days since the orders ended.',
      responses: {
        200: answer(
          'The books',
          record({
            asOf: instant,
            balances: listOf(record({ account: text, ledgerFen: fen, documentsFen: fen })),
            debts: listOf(
              record({
                ...{ customerId: text, orders: { type: 'integer' } },
                ...{ upTo30: fen, upTo60: fen, upTo90: fen, older: fen },
              }),
            ),
          }),
        ),
        ...problems('not-signed-in', 'forbidden'),
      },
    },
  },
};
