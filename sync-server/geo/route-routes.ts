// POST /api/geo/eta: how far it is by road from several places to one, for people who are signed in.
import { Router } from 'express';
import type { Logger } from 'pino';
import { parse } from '#schemas/core/validate.ts';
import { EtaQuestion, type EtaAnswer } from '#schemas/geo/route.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { createOsrm } from './adapters/osrm.ts';
import { createQuota } from './geocode-routes.ts';
import type { RouterConfig } from './map-config.ts';

/** A dispatcher sees the estimate meanwhile: what takes longer helps him no more. */
const patienceMs = 4000;

export interface RouteParts {
  /** undefined: none is configured. */
  readonly router: RouterConfig | undefined;
  readonly log: Pick<Logger, 'warn'>;
  readonly signedIn: SignedInWrapper;
  readonly waitMs?: number;
}

export function routeRoutes({ router: config, log, signedIn, waitMs = patienceMs }: RouteParts): Router {
  const routes = Router();
  const roads = config && createOsrm({ url: config.url, key: '', patienceMs: waitMs });
  const beforeAsking = createQuota();
  routes.post(
    '/geo/eta',
    signedIn(async ({ companyId }, { body }, response) => {
      if (!roads) throw new Problem('not-found', 'This server has no router; its operator can set ROUTER.');
      const question = parse(EtaQuestion, body);
      if (!question.ok) throw new Problem('invalid-request', question.error.join('; '));
      await beforeAsking(companyId);
      const answer = await roads.table(question.value.from, question.value.to);
      if (answer.ok) return void response.json({ routes: answer.value } satisfies EtaAnswer);
      if (answer.error.kind === 'refused')
        log.warn({ why: answer.error.why }, 'the router refused a question');
      throw new Problem('router-unavailable');
    }),
  );
  return routes;
}
