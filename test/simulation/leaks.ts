// Whether anybody was shown what is not his, be it for a moment: everything that went to him over the network is
// held against what he might see.
import type { Database } from '../../sync-server/database/database.ts';
import type { Owner } from './company.ts';
import type { Network } from './network.ts';
import { onceSeenBy } from './sight.ts';

export async function leaks(
  database: Database,
  owners: readonly Owner[],
  network: Network,
): Promise<string[]> {
  const found: string[] = [];
  for (const { device, staffId, isWitness } of owners) {
    if (!isWitness) continue;
    const seen = await onceSeenBy(database, staffId);
    const shown = [...network.shownTo(device)];
    found.push(...shown.filter((one) => !seen.has(one)).map((one) => `${device} was shown ${one}`));
    if (shown.length === 0) found.push(`${device} was shown nothing at all`);
  }
  return found;
}
