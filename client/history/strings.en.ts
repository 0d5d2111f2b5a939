// The words of a document's history.
import type { HistoryStrings } from './strings.ts';

export default {
  title: 'History',
  list: 'Changes, the newest first',
  kinds: { created: 'Created', changed: 'Changed', deleted: 'Deleted' },
  private: 'Private data',
  server: 'The server',
  unknownPerson: '(unknown)',
  thisDevice: 'this device',
  driversPhone: "driver's phone",
  device: (id: string) => `device ${id}`,
  noDevice: 'interface',
  added: 'Added',
  removed: 'Removed',
  becomes: 'becomes',
  notKept: 'Changed (what it was is not kept)',
  restore: 'Restore',
  restoreField: (field: string, value: string) => `Restore ${field} to ${value}`,
  restored: (field: string) => `${field} is restored`,
  offlineRestoring: 'Restoring this needs a connection',
  standsAlready: 'This is what stands there now',
  more: 'Earlier changes',
  empty: 'No changes yet',
  offline: 'The history needs a network',
  offlineHint: 'It lies on the server, and shows by itself once the connection is back.',
  refused: 'The history cannot be shown now',
  stale: 'You are offline: these are the changes that were read before.',
  rate: (services: string, version: number, from: string, price: string) =>
    `${services}, version ${version} (from ${from}, ${price})`,
  otherServices: 'All other services',
} satisfies HistoryStrings;
