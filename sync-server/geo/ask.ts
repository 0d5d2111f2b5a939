// One request to a provider: JSON that fits a schema, or why not. Never throws, and never waits for ever.
import type { Static, TSchema } from 'typebox';
import { fail, ok } from '#schemas/core/result.ts';
import { parse } from '#schemas/core/validate.ts';
import type { Answer } from './geocoder.ts';

export interface Service {
  /** Without a slash at its end. */
  readonly url: string;
  readonly key: string;
  readonly patienceMs: number;
}

export async function ask<Schema extends TSchema>(
  { url, patienceMs }: Service,
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
  schema: Schema,
): Answer<Static<Schema>> {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  try {
    const response = await fetch(`${url}${path}?${new URLSearchParams(given).toString()}`, {
      signal: AbortSignal.timeout(patienceMs),
      headers: { Accept: 'application/json', 'User-Agent': 'Towline' },
    });
    if (response.status >= 400 && response.status < 500 && response.status !== 429)
      return fail({ kind: 'refused', why: `HTTP ${response.status}` });
    if (!response.ok) return fail({ kind: 'no-answer' });
    const parsed = parse(schema, await response.json());
    return parsed.ok ? ok(parsed.value) : fail({ kind: 'no-answer' });
  } catch {
    return fail({ kind: 'no-answer' });
  }
}
