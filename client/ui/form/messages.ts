// A problem in the reader's language, saying what to do. Pure.
import { Instant, Phone } from '#schemas/core/types.ts';
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
  if (pattern === patternOf(Phone)) return words.phone;
  if (pattern === patternOf(Instant)) return words.date;
  return pattern === '\\S' ? words.missing : words.pattern;
}
