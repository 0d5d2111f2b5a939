// To a device, a page shorter than the limit means that there is no more. So whatever a person may not see is
// left out before the limit is counted, however much of it lies in between.
import { describe, expect, it } from 'vitest';
import { company, orderBody, type Who } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { pullPath } from '../setup/server.ts';
import { writeChanges, type DocumentChange } from '../../sync-server/replication/changes.ts';
import type { Page } from '#schemas/sync/protocol.ts';
import { useSetting } from './setting.ts';

const limit = 10;

describe.each(testDatabases)('a page on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  it('is full until the last one, though for each own order there are forty foreign ones', async () => {
    const mine = Array.from({ length: 27 }, (_, index) => `order-mine-${index}`);
    for (const id of mine) {
      const foreign = Array.from({ length: 40 }, (_, index) => filed(`${id}-far-${index}`, 'outlet-2'));
      const changes = { documents: [...foreign, filed(id, 'outlet-1')] };
      await setting.database.transaction((tx) => writeChanges(tx, company.id, changes));
    }
    const pages = await pagesOf('clerk');
    expect(pages.map(({ documents }) => documents.length)).toEqual([10, 10, 7]);
    expect(pages.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(mine);
    const everything = await pagesOf('admin');
    expect(everything.slice(0, -1).every(({ documents }) => documents.length === limit)).toBe(true);
    expect(everything.flatMap(({ documents }) => documents)).toHaveLength(mine.length * 41);
  });

  async function pagesOf(who: Who): Promise<Page[]> {
    const client = await setting.server.as(who);
    const pages: Page[] = [];
    for (let checkpoint = { id: '', lwt: 0 }; ;) {
      const { body } = await client.get<Page>(pullPath('orders', checkpoint, limit));
      pages.push(body);
      ({ checkpoint } = body);
      if (body.documents.length < limit) return pages;
    }
  }
});

const filed = (id: string, outletId: string): DocumentChange => ({
  ...{ collection: 'orders', id, body: orderBody(id, outletId), isNew: true },
  scopes: ['outlet:*', `outlet:${outletId}`],
});
