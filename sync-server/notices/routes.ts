// POST /hooks/notices/{key} for senders, and the schema of what they post.
import { raw, Router, type Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../staff/throttle.ts';
import { Problem } from '../http/problem.ts';
import { noticeBodyBytes, NoticeRequest } from '#schemas/notices/request.ts';
import { takeNotice, type IntakeDeps } from './intake.ts';

/** To be mounted before anything reads bodies: a signature is over the very bytes. */
export function noticeHookRoutes(deps: IntakeDeps): Router {
  const router = Router();
  const unsigned = new RateLimiterMemory({ points: 60, duration: 15 * 60 });
  router.post(
    '/hooks/notices/:key',
    raw({ type: () => true, limit: noticeBodyBytes }),
    async (request, response) => {
      const address = networkOf(request.ip ?? '');
      await demandPatience(unsigned, address);
      const taken = await takeNotice(deps, postedOf(request)).catch(async (error: unknown) => {
        if (error instanceof Problem && error.code === 'bad-signature')
          await unsigned.penalty(address).catch(() => undefined);
        throw error;
      });
      response.set('Cache-Control', 'no-store');
      response.status(taken.isNew ? 201 : 200).json(taken.answer);
    },
  );
  return router;
}

async function demandPatience(limiter: RateLimiterMemory, address: string): Promise<void> {
  const tried = await limiter.get(address);
  if (!(tried instanceof RateLimiterRes) || tried.remainingPoints > 0) return;
  const seconds = Math.max(1, Math.ceil(tried.msBeforeNext / 1000));
  throw new Problem('too-many-attempts', undefined, { 'Retry-After': String(seconds) });
}

function postedOf(request: Request<{ key: string }>) {
  const body: unknown = request.body;
  return {
    key: request.params.key,
    claimed: {
      id: request.get('webhook-id')?.slice(0, 200),
      timestamp: request.get('webhook-timestamp'),
      signature: request.get('webhook-signature'),
    },
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
}

/** GET /api/notices/schema.json: whoever writes a sender needs no account for it. */
export function noticeSchemaRoute(): Router {
  const router = Router();
  const text = JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: '/api/notices/schema.json',
    title: 'A notice: an order that is offered',
    ...NoticeRequest,
  });
  router.get('/notices/schema.json', (_request, response) => {
    response.type('application/schema+json').send(text);
  });
  return router;
}
