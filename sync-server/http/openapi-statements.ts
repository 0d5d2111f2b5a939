// The part of the description about statements' links for customers.
import { NewStatementLink, StatementLink } from '#schemas/finance/statements/link.ts';
import { answer, body, listOf, pathParameter, problems, record, text } from './openapi-parts.ts';

const statement = pathParameter('id', text);

export const statementPaths = {
  '/api/statements/{id}/links': {
    get: {
      summary: 'The links that customers have to a statement',
      parameters: [statement],
      responses: {
        200: answer('The links, the newest first', record({ links: listOf(StatementLink) })),
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
    post: {
      summary: 'Give the customer a link to a statement that was sent',
      description:
        'The answer alone has the address and the password. Behind it the customer reads the statement, downloads it, disputes lines and confirms it; finance hears of it as of any other change.',
      parameters: [statement],
      requestBody: body(NewStatementLink),
      responses: {
        201: answer('The link', record({ link: StatementLink, url: text, password: text })),
        ...problems('not-signed-in', 'forbidden', 'not-found', 'statement-not-sent', 'invalid-request'),
      },
    },
  },
  '/api/statements/{id}/links/{link}': {
    delete: {
      summary: 'Revoke a link; whoever has it open is out at once',
      parameters: [statement, pathParameter('link', text)],
      responses: {
        204: { description: 'Revoked' },
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
  },
};
