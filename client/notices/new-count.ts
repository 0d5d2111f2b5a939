// How many notices wait for this person: for the menu, wherever he is.
import { createMemo, type Accessor } from 'solid-js';
import { useNotices } from '../data/notices.ts';
import { useMay } from '../data/session.ts';

/** 0 for whoever cannot do anything about them. */
export function useNewNotices(): Accessor<number> {
  if (!useMay()('orders.create')) return () => 0;
  const notices = useNotices();
  return createMemo(() => notices().filter(({ state }) => state === 'new').length);
}
