// Why a document cannot be deleted, in words. This device knows the reference data; the server, where it can be
// reached, also every order there ever was.
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { useDeps } from '../app/deps.tsx';
import { useStrings } from '../i18n/strings.ts';
import { useRules } from './knowledge.ts';
import { recordStrings } from './strings.ts';

const named = 3;

/** Undefined: nobody is known to use it. */
export function useUsedBy(): (collection: ReferenceCollection, id: string) => Promise<string | undefined> {
  const t = useStrings(recordStrings);
  const { http } = useDeps();
  const rules = useRules();
  return async (collection, id) => {
    const local = rules.uses(collection, id).map(({ name }) => name);
    const answer = await http.getJson(`/api/reference/${collection}/${id}/uses`);
    const orders = answer.ok ? ordersIn(answer.value) : 0;
    const names = orders > 0 ? [...local, t().usedByOrders(orders)] : local;
    if (names.length === 0) return undefined;
    const some = names.slice(-named).join(t().listSeparator);
    return t().usedBy(names.length > named ? `${some} ${t().more(names.length)}` : some);
  };
}

function ordersIn(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null || !('counts' in answer)) return 0;
  const { counts } = answer;
  if (typeof counts !== 'object' || counts === null || !('orders' in counts)) return 0;
  return typeof counts.orders === 'number' ? counts.orders : 0;
}
