// What the server asks of Postgres. Two drivers answer it, `pg` against a server and PGlite in this
// process; one contract suite (test/database/contract.ts) holds both to the same behaviour.

/** A value Postgres can take as a parameter. Objects are sent as JSON text by the caller. */
export type Param = string | number | boolean | null | Date | readonly string[] | readonly number[];

export interface Queryable {
  /** Runs one statement. `bigint` columns come back as numbers, `json` as parsed values, times as `Date`. */
  query<Row extends object = Record<string, unknown>>(sql: string, params?: readonly Param[]): Promise<Row[]>;
}

export interface Database extends Queryable {
  readonly kind: 'embedded' | 'postgres';

  /**
   * Runs `work` in one READ COMMITTED transaction: commits what it resolves with, rolls back when it
   * throws. Runs it again, from the start, on a serialisation failure or a deadlock (at most 5 times).
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;

  /** Runs several statements without parameters, as a migration file holds them. */
  script(sql: string): Promise<void>;

  /**
   * Hears every NOTIFY on `channel` until the returned function is called. `onGap` is called after a
   * lost connection was made again: notifications in between are gone, so everyone has to look anew.
   */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>>;

  close(): Promise<void>;
}

/** The database cannot be reached now; the same call may succeed later. Answered with HTTP 503. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
