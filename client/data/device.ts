// This device as the server knows it: an id of its own per database, and commands numbered 1, 2, 3 … across
// all tabs.
import { firstValueFrom } from 'rxjs';
import { ulid } from '#schemas/core/ids.ts';
import type { ClientDatabase } from './database.ts';
import { openRecord } from './local-record.ts';

export interface Device {
  readonly id: string;
  /** The next number, or the first of so many in a row; no other tab gets the same. */
  nextNumber(count?: number): Promise<number>;
}

export const newId = (): string => ulid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/**
 * The count is kept in a local record: its writes are checked inside a transaction of the storage, which holds
 * between tabs, also where the page is served without https and the browser offers no locks. Commands are
 * written more safely than the record, so a count that was lost with the power is found in them.
 */
export async function openDevice(database: ClientDatabase): Promise<Device> {
  const record = await openRecord(database, 'device', { id: newId(), n: 0 });
  const { id } = await firstValueFrom(record.data$);
  const floor = await highestNumber(database, id);
  return {
    id,
    nextNumber: async (count = 1) => {
      // Changes made at the same time are written as one, so the outcome shows only the last number.
      let given = 0;
      await record.modify((data) => {
        given = Math.max(data.n, floor) + 1;
        return { ...data, n: given + count - 1 };
      });
      return given;
    },
  };
}

async function highestNumber(database: ClientDatabase, deviceId: string): Promise<number> {
  const own = await database.commands.find({ selector: { deviceId } }).exec();
  return own.reduce((highest, { n }) => Math.max(highest, n), 0);
}
