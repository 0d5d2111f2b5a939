// Reference data in memory: one subscription per collection for the whole app, and the lookup that the rules
// ask with. Notices and statements are among it, for rules ask what became of them.
import type { RxCollection, RxDocument } from 'rxdb';
import { BehaviorSubject, firstValueFrom, map, tap } from 'rxjs';
import type { Find } from '#schemas/orders/events.ts';
import {
  isReference,
  type Collection,
  type DocumentOf,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import type { ClientDatabase } from './database.ts';

export type Lookup<Name extends Collection> = ReadonlyMap<string, DocumentOf<Name>>;

export type Lookups = {
  readonly [Name in ReferenceCollection]: BehaviorSubject<Lookup<Name>>;
};

export interface References {
  /** All documents by id, in the order in which they are shown; without those that were deleted here just now. */
  readonly lookups: Lookups;
  /** By id, the latest first. */
  readonly notices: BehaviorSubject<ReadonlyMap<string, Notice>>;
  /** By id, the latest first. */
  readonly statements: BehaviorSubject<ReadonlyMap<string, Statement>>;
  readonly find: Find;
  close(): void;
}

/** Resolves when all of it was read. */
export async function openReferences(database: ClientDatabase): Promise<References> {
  const stops: (() => void)[] = [];
  const watch = async <Name extends ReferenceCollection>(collection: RxCollection<DocumentOf<Name>>) => {
    const lookup$ = new BehaviorSubject<Lookup<Name>>(new Map());
    const read = plainOnce<DocumentOf<Name>>();
    const documents$ = collection.find().$.pipe(
      map((documents) => documents.map(read).filter(({ deleted }) => !deleted)),
      map((documents) => inDisplayOrder(documents, lookup$.value)),
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
  const notices = new BehaviorSubject<ReadonlyMap<string, Notice>>(new Map());
  const notices$ = database.notices.find().$.pipe(
    map((documents) => documents.map((document) => document.toMutableJSON()).sort(latestFirst)),
    tap((documents) => notices.next(new Map(documents.map((document) => [document.id, document])))),
  );
  const subscription = notices$.subscribe();
  stops.push(() => subscription.unsubscribe());
  await firstValueFrom(notices$);
  const statements = new BehaviorSubject<ReadonlyMap<string, Statement>>(new Map());
  const readStatement = plainOnce<Statement>();
  const statements$ = database.statements.find().$.pipe(
    map((documents) => documents.map(readStatement).sort(newestFirst)),
    tap((documents) => statements.next(new Map(documents.map((document) => [document.id, document])))),
  );
  const watched = statements$.subscribe();
  stops.push(() => watched.unsubscribe());
  await firstValueFrom(statements$);
  const lookups = { customers, vehicles, outlets, staff, roles, catalog };
  const find = findIn(lookups, notices, statements);
  return { lookups, notices, statements, find, close: () => stops.forEach((stop) => stop()) };
}

/** The compiler does not see that a collection's own lookup holds its documents. */
const findIn =
  (lookups: Lookups, notices: References['notices'], statements: References['statements']): Find =>
  <Name extends Collection>(collection: Name, id: string) => {
    if (collection === 'notices') return notices.value.get(id) as DocumentOf<Name> | undefined;
    if (collection === 'statements') return statements.value.get(id) as DocumentOf<Name> | undefined;
    return isReference(collection)
      ? (lookups[collection].value.get(id) as DocumentOf<Name> | undefined)
      : undefined;
  };

const latestFirst = (a: Notice, b: Notice) => (a.receivedAt < b.receivedAt ? 1 : -1);

const newestFirst = (a: Statement, b: Statement) => (a.createdAt < b.createdAt ? 1 : -1);

interface Named {
  readonly id: string;
  readonly name: string;
  readonly sort?: number;
}

/** RxDB gives the same object for the same revision: what did not change is not copied anew, and stays the same. */
function plainOnce<Doc>(): (document: RxDocument<Doc>) => Doc {
  const known = new WeakMap<object, Doc>();
  return (document) => {
    const plain = known.get(document) ?? (document.toMutableJSON() as Doc);
    known.set(document, plain);
    return plain;
  };
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function byDisplay(a: Named, b: Named): number {
  return (a.sort ?? 0) - (b.sort ?? 0) || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** What stands already in its order goes first: to sort that is to look through it once. */
export function inDisplayOrder<Doc extends Named>(
  documents: readonly Doc[],
  before: ReadonlyMap<string, Doc>,
): Doc[] {
  const unchanged = new Set(documents.filter((document) => before.get(document.id) === document));
  const standing = [...before.values()].filter((document) => unchanged.has(document));
  const others = documents.filter((document) => !unchanged.has(document)).sort(byDisplay);
  return [...standing, ...others].sort(byDisplay);
}
