// Why a document cannot be deleted, in words. This device knows the reference data; the server, where it can be
// reached, also every order there ever was.
import { mostCounted } from '#schemas/reference/uses.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { useData } from '../data/context.ts';
import { isUnsent } from '../data/edits.ts';
import { useStrings } from '../i18n/strings.ts';
import { useReferenceRules, useServerUses } from '../data/reference-rules.ts';
import { recordStrings } from './strings.ts';

const named = 3;

/** Undefined: nobody is known to use it. */
export function useUsedBy(): (collection: ReferenceCollection, id: string) => Promise<string | undefined> {
  const t = useStrings(recordStrings);
  const rules = useReferenceRules();
  const serverUses = useServerUses();
  const ordersText = (count: number) =>
    count < mostCounted ? t().usedByOrders(count) : t().usedByManyOrders(mostCounted);
  const { references, deviceId } = useData();
  /** The server has never heard of it, so nothing of its own can name it. */
  const isHereAlone = (collection: ReferenceCollection, id: string): boolean => {
    const document = references.lookups[collection].value.get(id);
    return document !== undefined && document.version === undefined && isUnsent(document, deviceId);
  };
  return async (collection, id) => {
    const local = rules.uses(collection, id).map(({ name }) => name);
    const known = isHereAlone(collection, id) ? undefined : await serverUses(collection, id);
    const orders = known?.counts['orders'] ?? 0;
    const names = orders > 0 ? [...local, ordersText(orders)] : local;
    if (names.length === 0) return undefined;
    const some = names.slice(-named).join(t().listSeparator);
    return t().usedBy(names.length > named ? `${some} ${t().more(names.length)}` : some);
  };
}
