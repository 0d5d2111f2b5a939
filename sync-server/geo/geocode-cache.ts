// A geocoder that remembers, per company: the same address is asked for again and again, and every question costs.
import type { FoundPlace } from '#schemas/geo/found.ts';
import { ok } from '#schemas/core/result.ts';
import type { Database } from '../database/database.ts';
import type { Answer, Geocoder, Point } from './geocoder.ts';

export interface CompanyGeocoder {
  search(companyId: string, text: string, near: Point | undefined): Answer<FoundPlace[]>;
  reverse(companyId: string, point: Point): Answer<string | undefined>;
}

export interface CacheOptions {
  readonly database: Database;
  readonly geocoder: Geocoder;
  /** Its name: another provider's answers are others. */
  readonly provider: string;
  readonly clock: () => Date;
  /** Called before the provider is asked; what it throws ends the request. */
  readonly beforeAsking: (companyId: string) => Promise<void>;
}

/** Streets and shops change; providers want their answers to be asked for anew, too. */
const keptDays = 30;

export function rememberAnswers(options: CacheOptions): CompanyGeocoder {
  return {
    search: (companyId, text, near) => {
      // Some ten kilometres: what is typed at one outlet has one answer.
      const question = `search ${near ? written(near, 1) : ''} ${folded(text)}`;
      return remembered(options, companyId, question, () => options.geocoder.search(text, near));
    },
    reverse: async (companyId, point) => {
      // Some ten metres.
      const question = `reverse ${written(point, 4)}`;
      const ask = async () => {
        const answer = await options.geocoder.reverse(point);
        return answer.ok ? ok(answer.value ?? null) : answer;
      };
      const answer = await remembered<string | null>(options, companyId, question, ask);
      return answer.ok ? ok(answer.value ?? undefined) : answer;
    },
  };
}

async function remembered<T>(
  { database, provider, clock, beforeAsking }: CacheOptions,
  companyId: string,
  question: string,
  ask: () => Answer<T>,
): Answer<T> {
  const oldest = new Date(clock().getTime() - keptDays * 24 * 60 * 60 * 1000);
  const known = await database.query<{ answer: { value: T } }>(
    `select answer from geocode_answers
     where company_id = $1 and provider = $2 and question = $3 and asked_at > $4`,
    [companyId, provider, question, oldest],
  );
  if (known[0]) return ok(known[0].answer.value);
  await beforeAsking(companyId);
  const answer = await ask();
  if (answer.ok) await remember(database, [companyId, provider, question], answer.value, clock(), oldest);
  return answer;
}

/** What has grown old goes with it, so that the table stays as large as it is used. */
async function remember(
  database: Database,
  key: readonly [companyId: string, provider: string, question: string],
  value: unknown,
  now: Date,
  oldest: Date,
): Promise<void> {
  await database.query(
    `with gone as (delete from geocode_answers where company_id = $1 and asked_at <= $6 and question <> $3)
     insert into geocode_answers (company_id, provider, question, answer, asked_at)
     values ($1, $2, $3, $4::jsonb, $5)
     on conflict (company_id, provider, question)
     do update set answer = excluded.answer, asked_at = excluded.asked_at`,
    [...key, JSON.stringify({ value }), now, oldest],
  );
}

const folded = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

const written = ({ lng, lat }: Point, digits: number): string =>
  `${lng.toFixed(digits)},${lat.toFixed(digits)}`;
