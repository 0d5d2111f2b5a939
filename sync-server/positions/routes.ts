// POST /api/positions: a driver's phone tells where it is.
import { Router } from 'express';
import type { Database } from '../database/database.ts';
import { createQuota } from '../geo/geocode-routes.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { parse } from '#schemas/core/validate.ts';
import { momentOf, PositionReport, type PositionTaken } from '#schemas/fleet/positions.ts';
import { may } from '#schemas/staff/permissions.ts';
import { takeReport } from './report.ts';

/** A phone tells three times a minute at most; two tabs and a bad network may add to it. */
const reportsPerMinute = 20;

export interface PositionParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly signedIn: SignedInWrapper;
}

export function positionRoutes({ database, clock, signedIn }: PositionParts): Router {
  const routes = Router();
  const beforeTaking = createQuota(reportsPerMinute);
  routes.post(
    '/positions',
    signedIn(async (actor, { body }, response) => {
      if (!may(actor, 'jobs.work')) throw new Problem('forbidden');
      const report = parse(PositionReport, body);
      if (!report.ok) throw new Problem('invalid-request', report.error.join('; '));
      await beforeTaking(`${actor.companyId} ${actor.id}`);
      const { lng, lat, accuracy } = report.value;
      const now = clock();
      const at = momentOf(report.value, now);
      if (at === undefined) throw new Problem('invalid-request', 'at: no such day');
      const stored = await takeReport(
        database,
        actor,
        { lng, lat, ...(accuracy !== undefined && { accuracy }), at },
        now,
      );
      response.json({ stored } satisfies PositionTaken);
    }),
  );
  return routes;
}
