// What was done before the day of the simulation: rescues that are over and priced, some of them on a statement, so
// that finance has something to go on with.
import { actor, command, creation, type Who } from '../setup/company.ts';
import { quietLog } from '../setup/quiet-log.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import type { Journal } from './journal.ts';

const method = 'settlement-monthly';
const count = 10;
const statementId = 'statement-before';

export async function doBeforehand(database: Database, journal: Journal): Promise<void> {
  const executor = createCommandExecutor({ database, clock: () => new Date(), log: quietLog });
  const say = async <Kind extends CommandType>(
    who: Who,
    type: Kind,
    id: string,
    payload: CommandPayload<Kind>,
  ): Promise<void> => {
    const said = command(type, id, payload);
    const [verdict] = await executor.submit(actor(who), [said]);
    if (verdict?.status === 'rejected') throw new Error(`${type} of ${id}: ${verdict.code}`);
    journal.entered.push({ device: 'before', staffId: `staff-${who}`, command: said });
  };
  for (let index = 0; index < count; index++) {
    const [id, amountFen] = [`order-before-${index}`, 20_000 + index];
    await say('clerk', 'create-order', id, creation());
    await say('dispatcher', 'complete', id, {});
    await say('finance', 'verify', id, { lines: [], amountFen, method });
    await say('finance2', 'approve-price', id, { amountFen });
  }
  const period = { from: '2020-01-01', until: '2099-12-31' };
  const { customerId } = creation();
  await say('finance', 'open-statement', statementId, { customerId, period });
  for (const id of ['order-before-0', 'order-before-1', 'order-before-2'])
    await say('finance', 'add-to-statement', id, { statementId });
}
