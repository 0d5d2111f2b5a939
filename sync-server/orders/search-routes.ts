// GET /api/orders/search: orders of all time, a page at a time. GET /api/orders/search/count: how many that are.
// GET /api/orders/{id}: one of them with what lies beside it, also when devices hold it no more.
import { Router, type Request } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { countOrders as countFigures } from '../reports/count.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { isCounted, readSearch, searchLimits, type OrderSearch } from '#schemas/orders/search.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { readInFull } from './in-full.ts';
import { countOrders, findOrders, type Place } from './search.ts';

export function orderSearchRoutes(database: Database, signedIn: SignedInWrapper): Router {
  const router = Router();
  router.get(
    '/orders/search',
    signedIn(async (actor, request, response) => {
      const asked = asking(request);
      const search = await searchAsked(database, actor, asked.entries);
      response.json(await findOrders(database, actor, search, asked));
    }),
  );
  router.get(
    '/orders/search/count',
    signedIn(async (actor, request, response) => {
      const search = await searchAsked(database, actor, parametersOf(request));
      response.json(await countOrders(database, actor, search));
    }),
  );
  router.get(
    '/orders/:id',
    signedIn(async (actor, { params }, response) => {
      const id = String(params['id']);
      const found = id.length <= 64 && isStorable(id) ? await readInFull(database, actor, id) : undefined;
      if (!found) throw new Problem('not-found');
      response.json(found);
    }),
  );
  return router;
}

async function searchAsked(
  database: Database,
  actor: Actor,
  entries: Iterable<readonly [string, string]>,
): Promise<OrderSearch> {
  if (!may(actor, 'orders.view')) throw new Problem('forbidden');
  const search = readSearch(entries);
  if (!search.ok) throw new Problem('invalid-request', search.error);
  const { stage, figure } = search.value;
  if ((stage ?? figure) && !may(actor, 'finance.view')) throw new Problem('forbidden');
  // As the reports do before they add up.
  if (isCounted(search.value)) await countFigures(database, actor.companyId);
  return search.value;
}

const parametersOf = ({ originalUrl }: Request): URLSearchParams =>
  new URL(originalUrl, 'http://localhost').searchParams;

function asking(request: Request) {
  const entries = parametersOf(request);
  const [after, limit] = [entries.get('after'), entries.get('limit')];
  entries.delete('after');
  entries.delete('limit');
  return { entries, after: after === null ? undefined : placeOf(after), limit: limitOf(limit) };
}

/** As `recencyOf` writes it. */
function placeOf(recency: string): Place {
  const [, count, id] = /^(\d{13})-(.{1,64})$/u.exec(recency) ?? [];
  if (count === undefined || id === undefined || !isStorable(id))
    throw new Problem('invalid-request', 'after has to be the `next` of the page before');
  return { createdAt: new Date(9_999_999_999_999 - Number(count)).toISOString(), id };
}

function limitOf(asked: string | null): number {
  const limit = asked === null ? searchLimits.page : Number(asked);
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new Problem('invalid-request', 'limit has to be a whole number from 1');
  return Math.min(limit, searchLimits.pageMax);
}
