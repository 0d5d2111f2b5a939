// PUT /api/company: what the company is called. Devices are told by GET /api/session.
import { Router } from 'express';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import type { Sessions } from '../staff/sessions.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { parseOwn } from '#schemas/core/validate.ts';
import { CompanyProfile, mayRename } from '#schemas/staff/company.ts';

export interface CompanyRouteDeps {
  readonly sessions: Pick<Sessions, 'renameCompany'>;
  readonly signedIn: SignedInWrapper;
}

export function companyRoutes({ sessions, signedIn }: CompanyRouteDeps): Router {
  const router = Router();
  router.put(
    '/company',
    signedIn(async (actor, request, response) => {
      if (!mayRename(actor)) throw new Problem('forbidden');
      const asked: unknown = request.body;
      if (!isStorable(asked)) throw new Problem('invalid-request', 'name: not text');
      const parsed = parseOwn(CompanyProfile, asked);
      if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
      const name = parsed.value.name.trim();
      await sessions.renameCompany(actor.companyId, name);
      response.json({ name } satisfies CompanyProfile);
    }),
  );
  return router;
}
