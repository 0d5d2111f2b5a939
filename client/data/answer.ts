// Something that lies on the server alone: asked for while somebody looks at it. Where a page asks for it, the last
// answer is kept on the device, and shown with its age while none comes.
import { createComputed, createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { useData, useDeps } from '../app/deps.tsx';
import type { Http, RequestFailure } from './http.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { useSync } from './sync-state.ts';

export type AnswerState = 'loading' | 'ready' | 'offline' | 'refused';

export interface Answer<Value> {
  readonly value: Accessor<Value | undefined>;
  readonly state: Accessor<AnswerState>;
  /** What is shown stays until the answer is there. */
  refresh(): void;
}

export interface KeptValue<Value> extends Answer<Value> {
  /** ISO instant when what is shown came, where it is what the device had kept. */
  readonly keptAt: Accessor<string | undefined>;
}

/** Asks at once and whenever the path is another one, and shows the latest answer only. */
export function useAnswer<Value>(path: string | Accessor<string>): Answer<Value> {
  const { value, state, refresh } = createAnswer<Value>(useDeps().http, path);
  return { value, state, refresh };
}

/** The same, readable without a network as it was. Not for what changes by the minute. */
export function useKeptAnswer<Value>(path: string | Accessor<string>): KeptValue<Value> {
  const sync = useSync();
  const answer = createAnswer<Value>(useDeps().http, path, useData().answers);
  const isMissing = () => answer.keptAt() !== undefined || answer.state() === 'offline';
  createEffect(on(sync.online, (online) => online && isMissing() && answer.refresh(), { defer: true }));
  return answer;
}

/** Somebody who waits this long for a network reads what was kept meanwhile. */
const patienceMs = 2000;

/** What the hooks have in common. @param kept without it nothing is kept */
export function createAnswer<Value>(
  http: Pick<Http, 'getJson'>,
  path: string | Accessor<string>,
  kept?: KeptAnswers,
): KeptValue<Value> {
  const [value, setValue] = createSignal<Value>();
  const [state, setState] = createSignal<AnswerState>('loading');
  const [keptAt, setKeptAt] = createSignal<string>();
  const asking = typeof path === 'string' ? () => path : path;
  let asked = 0;
  let shown: string | undefined;
  const show = (which: string, next: Value, at: string | undefined): void => {
    shown = which;
    setKeptAt(at);
    setValue(() => next);
  };
  const clear = (): void => {
    shown = undefined;
    setKeptAt();
    setValue(undefined);
  };
  const load = async (): Promise<void> => {
    const [mine, which] = [++asked, asking()];
    const isLatest = () => mine === asked;
    const showKept = async (): Promise<void> => {
      const found = which === shown ? undefined : await kept?.read(which);
      if (found && isLatest() && which !== shown) show(which, found.value as Value, found.at);
    };
    const impatient = setTimeout(() => void showKept(), patienceMs);
    const answer = await http.getJson(which);
    clearTimeout(impatient);
    if (!isLatest()) return;
    if (answer.ok) {
      show(which, answer.value as Value, undefined);
      setState('ready');
      await keep(kept, which, answer.value);
      return;
    }
    const isGone = isWithheld(answer.error);
    if (isGone) await kept?.forget(which);
    else await showKept();
    if (!isLatest()) return;
    // What answers another question is nothing to be read under this one.
    if (isGone || which !== shown) clear();
    setState(stateAfter(answer.error));
  };
  createComputed(on(asking, () => void load()));
  onCleanup(() => (asked += 1));
  return { value, state, keptAt, refresh: () => void load() };
}

/** A device that is full keeps nothing; the page goes on without. */
async function keep(kept: KeptAnswers | undefined, path: string, value: unknown): Promise<void> {
  try {
    await kept?.keep(path, { value, at: new Date().toISOString() });
  } catch (error) {
    console.error('Towline: an answer could not be kept', error);
  }
}

/** One may not have it. What the server did not understand, or had too much of, takes nothing away. */
const isWithheld = (failure: RequestFailure): boolean => failure.kind === 'refused' && failure.status === 403;

export const stateAfter = ({ kind }: RequestFailure): 'offline' | 'refused' =>
  kind === 'unreachable' ? 'offline' : 'refused';

/** A code that says why not. */
export const codeOf = (failure: RequestFailure): string =>
  ('code' in failure ? failure.code : undefined) ??
  (failure.kind === 'unreachable' ? 'offline' : 'not-signed-in');

/** What a table shows of an answer: what is there stays there. */
export function tableState(state: AnswerState, hasRows: boolean): 'ready' | 'loading' | 'error' {
  if (state === 'ready' || hasRows) return 'ready';
  return state === 'loading' ? 'loading' : 'error';
}
