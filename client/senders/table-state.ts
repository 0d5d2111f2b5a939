// What a table shows of something that was asked of the server: what is there stays there.
import type { Senders } from '../data/senders.ts';

interface Asked extends Pick<Senders, 'state'> {
  readonly items: () => readonly unknown[];
}

export function tableState({ state, items }: Asked): 'ready' | 'loading' | 'error' {
  if (state() === 'ready' || items().length > 0) return 'ready';
  return state() === 'loading' ? 'loading' : 'error';
}
