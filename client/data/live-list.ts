// A live list for the screen whose items keep their identity while their fields change, so that a row is
// updated where it differs and is not made anew.
import { clone } from 'rxdb';
import { batch, untrack } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';

interface Identified {
  readonly id: string;
}

export interface LiveList<Item extends Identified> {
  readonly items: readonly Item[];
  /** The same object as before stands for an unchanged item. */
  update(next: readonly Item[]): void;
}

/**
 * A store changes the objects that it was given. So it gets copies, and an item that came unchanged is not even
 * compared: it is given as the store's own, which the store knows without looking into it.
 */
export function createLiveList<Item extends Identified>(): LiveList<Item> {
  const [store, setStore] = createStore<{ items: Item[] }>({ items: [] });
  let sources = new Map<string, Item>();
  const update = (next: readonly Item[]) => {
    const shown = untrack(() => new Map(store.items.map((item) => [item.id, item])));
    const items = next.map((item) => {
      const present = sources.get(item.id) === item ? shown.get(item.id) : undefined;
      return present ?? clone(item);
    });
    sources = new Map(next.map((item) => [item.id, item]));
    batch(() => setStore('items', reconcile(items, { key: 'id' })));
  };
  return {
    get items() {
      return store.items;
    },
    update,
  };
}
