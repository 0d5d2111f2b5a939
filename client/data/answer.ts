// Something that lies on the server alone: asked for while somebody looks at it.
import { createComputed, createSignal, on, type Accessor } from 'solid-js';
import { useDeps } from '../app/deps.tsx';
import type { RequestFailure } from './http.ts';

export type AnswerState = 'loading' | 'ready' | 'offline' | 'refused';

export interface Answer<Value> {
  readonly value: Accessor<Value | undefined>;
  readonly state: Accessor<AnswerState>;
  /** What is shown stays until the answer is there. */
  refresh(): void;
}

/** Asks at once and whenever the path is another one, and shows the latest answer only. */
export function useAnswer<Value>(path: string | Accessor<string>): Answer<Value> {
  const { http } = useDeps();
  const [value, setValue] = createSignal<Value>();
  const [state, setState] = createSignal<AnswerState>('loading');
  const asking = typeof path === 'string' ? () => path : path;
  let asked = 0;
  const load = async (): Promise<void> => {
    const mine = ++asked;
    const answer = await http.getJson(asking());
    if (mine !== asked) return;
    if (!answer.ok) return void setState(stateAfter(answer.error));
    setValue(() => answer.value as Value);
    setState('ready');
  };
  createComputed(on(asking, () => void load()));
  return { value, state, refresh: () => void load() };
}

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
