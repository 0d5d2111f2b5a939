// Reference data in memory: one subscription per collection for the whole app, and the lookup that the rules
// ask with.
import type { RxCollection } from 'rxdb';
import { BehaviorSubject, firstValueFrom, map, tap } from 'rxjs';
import type { Find } from '#schemas/orders/events.ts';
import {
  isReference,
  type Collection,
  type DocumentOf,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';
import type { ClientDatabase } from './database.ts';

export type Lookup<Name extends Collection> = ReadonlyMap<string, DocumentOf<Name>>;

export type Lookups = {
  readonly [Name in ReferenceCollection]: BehaviorSubject<Lookup<Name>>;
};

export interface References {
  /** All documents by id, in the order in which they are shown; without those that were deleted here just now. */
  readonly lookups: Lookups;
  readonly find: Find;
  close(): void;
}

/** Resolves when all of it was read. */
export async function openReferences(database: ClientDatabase): Promise<References> {
  const stops: (() => void)[] = [];
  const watch = async <Name extends ReferenceCollection>(collection: RxCollection<DocumentOf<Name>>) => {
    const lookup$ = new BehaviorSubject<Lookup<Name>>(new Map());
    const documents$ = collection.find().$.pipe(
      map((documents) => documents.map((document) => document.toMutableJSON())),
      map((documents) => documents.filter(({ deleted }) => !deleted).sort(inDisplayOrder)),
      tap((documents) => lookup$.next(new Map(documents.map((document) => [document.id, document])))),
    );
    const subscription = documents$.subscribe();
    stops.push(() => subscription.unsubscribe());
    await firstValueFrom(documents$);
    return lookup$;
  };
  const [customers, vehicles, outlets, staff, roles, catalog] = await Promise.all([
    watch<'customers'>(database.customers),
    watch<'vehicles'>(database.vehicles),
    watch<'outlets'>(database.outlets),
    watch<'staff'>(database.staff),
    watch<'roles'>(database.roles),
    watch<'catalog'>(database.catalog),
  ]);
  const lookups = { customers, vehicles, outlets, staff, roles, catalog };
  return { lookups, find: findIn(lookups), close: () => stops.forEach((stop) => stop()) };
}

/** The compiler does not see that a collection's own lookup holds its documents. */
const findIn =
  (lookups: Lookups): Find =>
  <Name extends Collection>(collection: Name, id: string) =>
    isReference(collection) ? (lookups[collection].value.get(id) as DocumentOf<Name> | undefined) : undefined;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly sort?: number;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function inDisplayOrder(a: Named, b: Named): number {
  return (a.sort ?? 0) - (b.sort ?? 0) || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
