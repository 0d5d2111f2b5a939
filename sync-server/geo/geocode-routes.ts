// GET /api/geocode and GET /api/reverse-geocode: addresses, for people who are signed in.
import { Router } from 'express';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { FoundAddress, FoundPlaces } from '#schemas/geo/found.ts';
import type { Result } from '#schemas/core/result.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import type { CompanyGeocoder } from './geocode-cache.ts';
import type { GeocoderFailure, Point } from './geocoder.ts';

/** A search asks while one types; what was asked before is not counted. */
const questionsPerMinute = 120;
const longest = 100;

export interface GeocodeParts {
  /** undefined: none is configured. */
  readonly geocoder: CompanyGeocoder | undefined;
  readonly log: Pick<Logger, 'warn'>;
  readonly signedIn: SignedInWrapper;
}

export function geocodeRoutes({ geocoder, log, signedIn }: GeocodeParts): Router {
  const router = Router();
  router.get(
    '/geocode',
    signedIn(async ({ companyId }, { query }, response) => {
      const near = query['lng'] === undefined ? undefined : pointOf(query);
      const found = await demanded(geocoder).search(companyId, textOf(query['q']), near);
      response.json({ places: answered(found, log).filter(isPoint) } satisfies FoundPlaces);
    }),
  );
  router.get(
    '/reverse-geocode',
    signedIn(async ({ companyId }, { query }, response) => {
      const address = answered(await demanded(geocoder).reverse(companyId, pointOf(query)), log);
      response.json({ ...(address !== undefined && { address }) } satisfies FoundAddress);
    }),
  );
  return router;
}

/** Per company, in this process: the provider's quota is spent by those who search, not by a loop. */
export function createQuota(perMinute = questionsPerMinute): (companyId: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (companyId) => {
    try {
      await limiter.consume(companyId);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new Problem('too-many-requests', undefined, { 'Retry-After': String(seconds) });
    }
  };
}

function demanded(geocoder: CompanyGeocoder | undefined): CompanyGeocoder {
  if (geocoder) return geocoder;
  throw new Problem('not-found', 'This server has no geocoder; its operator can set GEOCODER.');
}

function answered<T>(answer: Result<T, GeocoderFailure>, log: Pick<Logger, 'warn'>): T {
  if (answer.ok) return answer.value;
  if (answer.error.kind === 'refused') log.warn({ why: answer.error.why }, 'the geocoder refused a question');
  throw new Problem('geocoder-unavailable');
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > longest || text.includes('\u0000'))
    throw new Problem('invalid-request', `Send q, the text to look for, of at most ${longest} characters.`);
  return text;
}

function pointOf(query: Readonly<Record<string, unknown>>): Point {
  const [lng, lat] = [query['lng'], query['lat']].map((each) => (each === '' ? NaN : Number(each)));
  const point = { lng: lng ?? NaN, lat: lat ?? NaN };
  if (!isPoint(point)) throw new Problem('invalid-request', 'Send lng and lat in WGS-84 degrees.');
  return point;
}

const isPoint = ({ lng, lat }: Point): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
