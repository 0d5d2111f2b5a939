// A live list that grows at its end: what it held stays as it is, and only what follows is read. Read anew as a whole,
// each portion of a long list would take longer than the one before it.
import {
  combineLatest,
  defer,
  distinctUntilChanged,
  map,
  shareReplay,
  switchMap,
  tap,
  type Observable,
} from 'rxjs';

/** What lies between two places of the list, the second included. */
export interface Between {
  readonly after?: string | undefined;
  readonly upTo?: string | undefined;
}

export interface Grown<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/**
 * @param limit$ how many items are wanted; it only grows. Once a portion is full and more is wanted, it holds whatever
 *   comes to lie between its ends, be it more or fewer.
 * @param read in the order of their places; without a limit all between these
 * @param placeOf different for each item, and the same as long as it is there
 */
export function growing<Item>(
  limit$: Observable<number>,
  read: (between: Between, limit?: number) => Observable<readonly Item[]>,
  placeOf: (item: Item) => string,
): Observable<Grown<Item>> {
  return defer(() => {
    const full: Observable<readonly Item[]>[] = [];
    let after: string | undefined;
    let held = 0;
    let rest: readonly Item[] = [];
    const fill = (): void => {
      const last = rest.at(-1);
      if (!last) return;
      const upTo = placeOf(last);
      full.push(read({ after, upTo }).pipe(shareReplay({ bufferSize: 1, refCount: true })));
      held += rest.length;
      [after, rest] = [upTo, []];
    };
    return limit$.pipe(
      distinctUntilChanged(),
      switchMap((limit) => {
        fill();
        const room = Math.max(limit - held, 1);
        const rest$ = read({ after }, room).pipe(tap((items) => (rest = items)));
        return combineLatest([...full, rest$]).pipe(
          map((parts) => ({ items: parts.flat(), hasMore: rest.length >= room })),
        );
      }),
    );
  });
}
