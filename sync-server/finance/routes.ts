// GET /api/finance/accounts: the books, and whether they agree with orders and statements. For whoever sees finance
// of every outlet: accounts are the whole company's.
import { Router } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import type { Accounts } from '#schemas/finance/accounts.ts';
import { may } from '#schemas/staff/permissions.ts';
import { readBalances, readDebts } from './accounts.ts';

interface Parts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly signedIn: SignedInWrapper;
}

export function financeRoutes({ database, clock, signedIn }: Parts): Router {
  const router = Router();
  router.get(
    '/finance/accounts',
    signedIn(async (actor, _request, response) => {
      if (!may(actor, 'finance.view') || !may(actor, 'outlets.all')) throw new Problem('forbidden');
      const asOf = clock().toISOString();
      const [balances, debts] = await Promise.all([
        readBalances(database, actor.companyId),
        readDebts(database, actor.companyId, asOf),
      ]);
      response.json({ asOf, balances, debts } satisfies Accounts);
    }),
  );
  return router;
}
