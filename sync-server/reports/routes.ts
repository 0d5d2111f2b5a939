// GET /api/reports/orders: turnover, margin, targets and ends of orders, by what is asked for. For whoever sees
// finance, of the outlets that he sees.
import { Router, type Request } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { parse } from '#schemas/core/validate.ts';
import { ReportQuery, type Report } from '#schemas/reports/report.ts';
import { may } from '#schemas/staff/permissions.ts';
import { countOrders } from './count.ts';
import { readReport } from './report.ts';

export interface ReportRouteDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly signedIn: SignedInWrapper;
}

export function reportRoutes({ database, clock, signedIn }: ReportRouteDeps): Router {
  const router = Router();
  router.get(
    '/reports/orders',
    signedIn(async (actor, request, response) => {
      if (!may(actor, 'finance.view')) throw new Problem('forbidden');
      const query = queryOf(request);
      const isComplete = await countOrders(database, actor.companyId);
      const found = await readReport(database, actor, query);
      response.json({ asOf: clock().toISOString(), by: query.by, isComplete, ...found } satisfies Report);
    }),
  );
  return router;
}

function queryOf({ originalUrl }: Request): ReportQuery {
  const asked = Object.fromEntries(new URL(originalUrl, 'http://localhost').searchParams);
  const query = parse(ReportQuery, asked);
  if (!query.ok || !isStorable(asked))
    throw new Problem('invalid-request', query.ok ? 'A value is not text' : query.error.join('; '));
  return query.value;
}
