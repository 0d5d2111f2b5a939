// What is half typed outlives a reload, a flat battery and a wrong click: it lies on this device until it is
// saved or discarded.
import type { TSchema } from 'typebox';
import { fitting } from './cleaned.ts';
import { isTree, write, type Tree } from './paths.ts';

export interface KeptDraft {
  /** When it was typed last, ISO. */
  readonly at: string;
  /** The document on which it builds. */
  readonly base: Tree;
  readonly values: Tree;
}

const prefix = 'towline.draft.';
/** What nobody came back to for a month was not wanted. */
const keptMs = 30 * 24 * 60 * 60_000;

/** Undefined when there is none, it is too old, or storage is forbidden. */
export function readDraft(key: string, schema: TSchema, now: string): KeptDraft | undefined {
  try {
    const stored = localStorage.getItem(prefix + key);
    return stored === null ? undefined : parseDraft(JSON.parse(stored), schema, now);
  } catch {
    return undefined;
  }
}

/** Whether something lies there that must not be written over. */
export function hasDraft(key: string): boolean {
  try {
    return localStorage.getItem(prefix + key) !== null;
  } catch {
    return false;
  }
}

/** Takes what still fits today's schema from what an older version may have written. */
export function parseDraft(stored: unknown, schema: TSchema, now: string): KeptDraft | undefined {
  if (!isTree(stored) || typeof stored['at'] !== 'string') return undefined;
  const { at } = stored;
  const age = Date.parse(now) - Date.parse(at);
  const [base, values] = [fitting(schema, stored['base']), fitting(schema, stored['values'])];
  return age < keptMs && isTree(base) && isTree(values) ? { at, base, values } : undefined;
}

/** @param secret paths that are not kept, such as a password */
export function keepDraft(key: string, draft: KeptDraft, secret: readonly string[]): void {
  const { at, base, values } = structuredClone(draft);
  for (const path of secret) write(values, path, undefined);
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at, base, values }));
  } catch {
    // Without storage (private mode, quota) the draft lasts as long as the page.
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing can be there either.
  }
}
