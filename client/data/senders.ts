// Who may send notices, and what could not be told to them: asked of the server while an administrator looks.
import { createSignal, type Accessor } from 'solid-js';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { Delivery, ListedSender, SenderInput, SenderWithSecret } from '#schemas/notices/sender.ts';
import { useDeps } from '../app/deps.tsx';
import type { RequestFailure } from './http.ts';

type State = 'loading' | 'ready' | 'offline' | 'refused';

interface Asked<Item> {
  readonly items: Accessor<readonly Item[]>;
  readonly state: Accessor<State>;
  /** What is shown stays until the answer is there. */
  refresh(): void;
}

type Answer<Value> = Promise<Result<Value, string>>;

export interface Senders extends Asked<ListedSender> {
  create(input: SenderInput): Answer<SenderWithSecret>;
  update(id: string, input: SenderInput): Answer<void>;
  rotate(id: string): Answer<SenderWithSecret>;
}

export function useSenders(): Senders {
  const { http } = useDeps();
  const list = useAsked<ListedSender>('/api/senders', 'senders');
  const told = <Value>(answer: Result<unknown, RequestFailure>): Result<Value, string> => {
    if (!answer.ok) return fail(codeOf(answer.error));
    list.refresh();
    return ok(answer.value as Value);
  };
  return {
    ...list,
    create: async (input) => told(await http.postJson('/api/senders', input)),
    update: async (id, input) => told(await http.putJson(pathOf(id), input)),
    rotate: async (id) => told(await http.postJson(`${pathOf(id)}/secret`, {})),
  };
}

export interface DeadLetters extends Asked<Delivery> {
  /** How many are tried again. */
  resend(ids: readonly string[]): Answer<number>;
}

export function useDeadLetters(): DeadLetters {
  const { http } = useDeps();
  const list = useAsked<Delivery>('/api/deliveries?state=dead', 'deliveries');
  return {
    ...list,
    resend: async (ids) => {
      const answer = await http.postJson('/api/deliveries/resend', { ids });
      if (!answer.ok) return fail(codeOf(answer.error));
      list.refresh();
      return ok((answer.value as { ids: readonly string[] }).ids.length);
    },
  };
}

const pathOf = (id: string): string => `/api/senders/${encodeURIComponent(id)}`;

const codeOf = (failure: RequestFailure): string =>
  ('code' in failure ? failure.code : undefined) ??
  (failure.kind === 'unreachable' ? 'offline' : 'not-signed-in');

/** Asks at once, and shows the latest answer only. */
function useAsked<Item>(path: string, name: string): Asked<Item> {
  const { http } = useDeps();
  const [items, setItems] = createSignal<readonly Item[]>([]);
  const [state, setState] = createSignal<State>('loading');
  let asked = 0;
  const load = async (): Promise<void> => {
    const mine = ++asked;
    const answer = await http.getJson(path);
    if (mine !== asked) return;
    if (!answer.ok) return void setState(answer.error.kind === 'unreachable' ? 'offline' : 'refused');
    setItems((answer.value as Record<string, readonly Item[]>)[name] ?? []);
    setState('ready');
  };
  void load();
  return { items, state, refresh: () => void load() };
}
