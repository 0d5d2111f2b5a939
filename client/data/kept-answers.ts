// What the server last answered to the questions of a page, kept on the device so that it can be read without a
// network. It belongs to the person and to her rights: with other rights it is forgotten.
import type { Actor } from '#schemas/staff/permissions.ts';
import type { ClientDatabase } from './database.ts';
import { openRecord } from './local-record.ts';

export interface KeptAnswer {
  readonly value: unknown;
  /** ISO instant when it came. */
  readonly at: string;
}

export interface KeptAnswers {
  read(path: string): Promise<KeptAnswer | undefined>;
  keep(path: string, answer: KeptAnswer): Promise<void>;
  /** The server does not give it any more. */
  forget(path: string): Promise<void>;
}

/** As many as somebody looks at in some days; a report is some kilobytes. */
export const mostKept = 40;

/** With the rights themselves: a tab may be closed between two writes. */
type Stored = KeptAnswer & { readonly rights: string };

interface Index {
  /** Those of the person when they were kept. */
  readonly rights: string;
  /** The latest first. */
  readonly paths: readonly string[];
}

export async function openKeptAnswers(
  database: ClientDatabase,
  { permissions, outletIds }: Pick<Actor, 'permissions' | 'outletIds'>,
): Promise<KeptAnswers> {
  const rights = JSON.stringify([[...permissions].sort(), [...outletIds].sort()]);
  const index = await openRecord<Index>(database, 'answers', { rights, paths: [] });
  const remove = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) await (await database.getLocal(idOf(path)))?.remove();
  };
  let dropped: readonly string[] = [];
  await index.modify((before) => {
    dropped = before.rights === rights ? [] : before.paths;
    return before.rights === rights ? before : { rights, paths: [] };
  });
  await remove(dropped);
  return {
    read: async (path) => {
      const kept = (await database.getLocal<Stored>(idOf(path)))?.toMutableJSON().data;
      return kept?.rights === rights ? { value: kept.value, at: kept.at } : undefined;
    },
    keep: async (path, answer) => {
      await database.upsertLocal<Stored>(idOf(path), { ...answer, rights });
      let old: readonly string[] = [];
      await index.modify((before) => {
        const paths = [path, ...before.paths.filter((one) => one !== path)];
        old = paths.slice(mostKept);
        return { ...before, paths: paths.slice(0, mostKept) };
      });
      await remove(old);
    },
    forget: async (path) => {
      await remove([path]);
      await index.modify((before) => ({ ...before, paths: before.paths.filter((one) => one !== path) }));
    },
  };
}

const idOf = (path: string): string => `answer ${path}`;
