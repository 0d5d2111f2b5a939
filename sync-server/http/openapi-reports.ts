// The part of the description about the reports.
import { answer, instant, listOf, problems, queryParameter, record, text } from './openapi-parts.ts';
import { figureNames, reportDimensions } from '#schemas/reports/report.ts';

const figures = Object.fromEntries(
  figureNames.map((name) => [name, { type: 'integer', ...(name.endsWith('Fen') && { description: 'Fen' }) }]),
);

export const reportPaths = {
  '/api/reports/orders': {
    get: {
      summary: 'What was done and earned with the orders that were taken in a stretch of time',
      description:
        'For finance.view, of the outlets that the person sees. An order counts when it was taken. While isComplete is false, orders are still being counted for the first time.',
      parameters: [
        { ...queryParameter('by', { enum: reportDimensions }), required: true },
        queryParameter('from', instant),
        queryParameter('to', instant),
        ...['outlet', 'customer', 'service'].map((name) => queryParameter(name, text)),
      ],
      responses: {
        200: answer(
          'A row for each of what was asked for, and one for each day or month',
          record({
            asOf: instant,
            by: { enum: reportDimensions },
            isComplete: { type: 'boolean' },
            rows: listOf(record({ key: text, ...figures })),
            periods: listOf(record({ period: text, ...figures })),
          }),
        ),
        ...problems('not-signed-in', 'forbidden', 'invalid-request'),
      },
    },
  },
};
