// A problem in the reader's language, saying what to do. Pure.
import type { TSchema } from 'typebox';
import { Day, Instant, Phone, TimeOfDay } from '#schemas/core/types.ts';
import { patternOf } from './cleaned.ts';
import type { Problem } from './problems.ts';
import type { FormKitStrings } from './strings.ts';

/** @param patternHint what to write where the schema has a pattern of its own */
export function messageOf(problem: Problem, t: FormKitStrings, patternHint?: string): string {
  const words = t.problem;
  if (problem.code === 'pattern') return patternHint ?? patternWords(problem.pattern, t);
  if (!('limit' in problem)) return words[problem.code];
  return words[problem.code](String(problem.limit));
}

/** The patterns that every page has. */
function patternWords(pattern: string, { problem: words }: FormKitStrings): string {
  const is = (schema: TSchema): boolean => pattern === patternOf(schema);
  if (is(Phone)) return words.phone;
  if (is(TimeOfDay)) return words.time;
  if (is(Day) || is(Instant)) return words.date;
  return words.pattern;
}
