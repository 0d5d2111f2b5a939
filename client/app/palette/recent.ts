// Where a person went last from the palette, kept for each person on this device.
import { createSignal, type Accessor } from 'solid-js';
import { recall, remember } from '../../ui/appearance.ts';
import { usePersonalKey } from '../../ui/person.tsx';
import { readRecent, withRecent, type Recent } from './recent-list.ts';

export interface RecentTargets {
  readonly items: Accessor<readonly Recent[]>;
  add(recent: Recent): void;
}

export function useRecent(): RecentTargets {
  const key = usePersonalKey('palette.recent');
  const [items, setItems] = createSignal(readRecent(recall(key)));
  return {
    items,
    add: (recent) => {
      setItems(withRecent(items(), recent));
      remember(key, JSON.stringify(items()));
    },
  };
}
