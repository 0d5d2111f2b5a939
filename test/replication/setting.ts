// What the tests of the feed share: the small company on a database of its own, told and read without HTTP.
import { actor, command, companyDocuments, type Who } from '../setup/company.ts';
import type { OpenTestDatabase } from '../setup/postgres.ts';
import { foundSmallCompany } from '../setup/server.ts';
import type { Filed } from '../../sync-server/company/found.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import { pull } from '../../sync-server/replication/pull.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { Checkpoint, Page } from '#schemas/sync/protocol.ts';

export interface FeedSetting {
  readonly database: Database;
  readonly documents: readonly Filed[];
  /** Throws when the command is refused. */
  say<Kind extends CommandType>(
    who: Who,
    type: Kind,
    orderId: string,
    payload: CommandPayload<Kind>,
  ): Promise<void>;
  read(who: Who, collection: Collection, checkpoint?: Checkpoint, limit?: number): Promise<Page>;
  drop(): Promise<void>;
}

export const start: Checkpoint = { id: '', lwt: 0 };

export const ids = ({ documents }: Page): string[] => documents.map(({ id }) => String(id));

export async function openFeed(openMigrated: () => Promise<OpenTestDatabase>): Promise<FeedSetting> {
  const { database, drop } = await openMigrated();
  await foundSmallCompany(database);
  const executor = createCommandExecutor({ database, clock: () => new Date(), log: quietLog });
  return {
    database,
    documents: companyDocuments,
    say: async (who, type, orderId, payload) => {
      const [verdict] = await executor.submit(actor(who), [command(type, orderId, payload)]);
      if (verdict?.status === 'rejected') throw new Error(`${who} ${type}: ${JSON.stringify(verdict)}`);
    },
    read: async (who, collection, checkpoint = start, limit = 1000) => {
      const page: Page = JSON.parse(String(await pull(database, actor(who), collection, checkpoint, limit)));
      return page;
    },
    drop,
  };
}
