// Who may send notices, and what could not be told to them: asked of the server while an administrator looks.
import type { Accessor } from 'solid-js';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { Delivery, ListedSender, SenderInput, SenderWithSecret } from '#schemas/notices/sender.ts';
import { useDeps } from '../app/deps.tsx';
import { codeOf, useAnswer, type Answer } from './answer.ts';
import type { RequestFailure } from './http.ts';

interface Asked<Item> extends Omit<Answer<never>, 'value'> {
  readonly items: Accessor<readonly Item[]>;
}

type Told<Value> = Promise<Result<Value, string>>;

export interface Senders extends Asked<ListedSender> {
  create(input: SenderInput): Told<SenderWithSecret>;
  update(id: string, input: SenderInput): Told<void>;
  rotate(id: string): Told<SenderWithSecret>;
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
  resend(ids: readonly string[]): Told<number>;
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

function useAsked<Item>(path: string, name: string): Asked<Item> {
  const { value, state, refresh } = useAnswer<Record<string, readonly Item[]>>(path);
  return { items: () => value()?.[name] ?? [], state, refresh };
}
