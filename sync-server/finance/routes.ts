// GET /api/finance/accounts: the books, and whether they agree with orders and statements. For whoever sees finance
// of every outlet: accounts are the whole company's. The orders behind a debt, and the months of the books, beside it.
import { Router } from 'express';
import { Problem } from '../http/problem.ts';
import { Id } from '#schemas/core/types.ts';
import { parse } from '#schemas/core/validate.ts';
import type { Accounts, DebtOrders } from '#schemas/finance/accounts.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { readBalances, readDebtOrders, readDebts } from './accounts.ts';
import { readFaults } from './statement-check.ts';
import { addMonthRoutes, type FinanceRouteDeps } from './month-routes.ts';

export function financeRoutes(deps: FinanceRouteDeps): Router {
  const { database, clock, signedIn } = deps;
  const router = Router();
  addMonthRoutes(router, deps);
  router.get(
    '/finance/accounts',
    signedIn(async (actor, _request, response) => {
      refuseUnlessAll(actor);
      const asOf = clock().toISOString();
      const [balances, debts, faults] = await Promise.all([
        readBalances(database, actor.companyId),
        readDebts(database, actor.companyId, asOf),
        readFaults(database, actor.companyId),
      ]);
      response.json({ asOf, balances, debts, faults } satisfies Accounts);
    }),
  );
  router.get(
    '/finance/debts/:customerId',
    signedIn(async (actor, request, response) => {
      refuseUnlessAll(actor);
      const customer = parse(Id, request.params['customerId']);
      if (!customer.ok) throw new Problem('invalid-request', 'customerId is no id');
      const found = await readDebtOrders(database, actor.companyId, clock().toISOString(), customer.value);
      response.json(found satisfies DebtOrders);
    }),
  );
  return router;
}

function refuseUnlessAll(actor: Actor): void {
  if (!may(actor, 'finance.view') || !may(actor, 'outlets.all')) throw new Problem('forbidden');
}
