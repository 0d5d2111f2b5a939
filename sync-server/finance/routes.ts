// GET /api/finance/accounts: the books, and whether they agree with orders and statements. For whoever sees finance
// of every outlet: accounts are the whole company's. The months of the books beside it.
import { Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { Accounts } from '#schemas/finance/accounts.ts';
import { may } from '#schemas/staff/permissions.ts';
import { readBalances, readDebts } from './accounts.ts';
import { readFaults } from './statement-check.ts';
import { addMonthRoutes, type FinanceRouteDeps } from './month-routes.ts';

export function financeRoutes(deps: FinanceRouteDeps): Router {
  const { database, clock, signedIn } = deps;
  const router = Router();
  addMonthRoutes(router, deps);
  router.get(
    '/finance/accounts',
    signedIn(async (actor, _request, response) => {
      if (!may(actor, 'finance.view') || !may(actor, 'outlets.all')) throw new Problem('forbidden');
      const asOf = clock().toISOString();
      const [balances, debts, faults] = await Promise.all([
        readBalances(database, actor.companyId),
        readDebts(database, actor.companyId, asOf),
        readFaults(database, actor.companyId),
      ]);
      response.json({ asOf, balances, debts, faults } satisfies Accounts);
    }),
  );
  return router;
}
