// /api/finance/months: the books by month, what is not finished of one, closing it and opening it again. They are the
// whole company's, like the accounts.
import type { Request, Router } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { parse } from '#schemas/core/validate.ts';
import { Month, Reopening } from '#schemas/finance/months.ts';
import { may, type Actor, type Permission } from '#schemas/staff/permissions.ts';
import { closeMonth, readMonths, readOpenItems, reopenMonth } from './months.ts';

export interface FinanceRouteDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly signedIn: SignedInWrapper;
}

export function addMonthRoutes(router: Router, { database, clock, signedIn }: FinanceRouteDeps): void {
  router.get(
    '/finance/months',
    signedIn(async (actor, _request, response) => {
      demand(actor);
      response.json(await readMonths(database, actor.companyId, clock()));
    }),
  );
  router.get(
    '/finance/months/:month/open',
    signedIn(async (actor, request, response) => {
      demand(actor);
      response.json(await readOpenItems(database, actor.companyId, monthOf(request)));
    }),
  );
  router.post(
    '/finance/months/:month/close',
    signedIn(async (actor, request, response) => {
      demand(actor, 'finance.close');
      await closeMonth(database, { ...wantedBy(actor), month: monthOf(request), now: clock() });
      response.json(await readMonths(database, actor.companyId, clock()));
    }),
  );
  router.post(
    '/finance/months/:month/reopen',
    signedIn(async (actor, request, response) => {
      demand(actor, 'finance.reopen');
      const asked = parse(Reopening, request.body);
      if (!asked.ok) throw new Problem('invalid-request', 'The body has to be {"reason": "…"}');
      const { reason } = asked.value;
      await reopenMonth(database, { ...wantedBy(actor), month: monthOf(request), now: clock(), reason });
      response.json(await readMonths(database, actor.companyId, clock()));
    }),
  );
}

const wantedBy = ({ companyId, id }: Actor) => ({ companyId, by: id });

function demand(actor: Actor, permission: Permission = 'finance.view'): void {
  const needed: readonly Permission[] = ['finance.view', 'outlets.all', permission];
  if (!needed.every((one) => may(actor, one))) throw new Problem('forbidden');
}

function monthOf({ params }: Request): string {
  const month = parse(Month, params['month']);
  if (!month.ok) throw new Problem('invalid-request', 'A month is written 2026-03');
  return month.value;
}
