// What rules look up, from this device's reference data.
import type { Find } from '#schemas/orders/events.ts';
import { isReference } from '#schemas/sync/collections.ts';
import { useData, useSubject } from '../data/context.ts';
import { useReferenceMap } from '../data/reference.ts';

/** Inside components. Reactive: what arrives later is found later. */
export function useFind(): Find {
  const maps = {
    customers: useReferenceMap('customers'),
    vehicles: useReferenceMap('vehicles'),
    outlets: useReferenceMap('outlets'),
    staff: useReferenceMap('staff'),
    roles: useReferenceMap('roles'),
    catalog: useReferenceMap('catalog'),
  };
  const notices = useSubject(useData().references.notices);
  return ((collection, id) => {
    if (collection === 'notices') return notices().get(id);
    return isReference(collection) ? maps[collection]().get(id) : undefined;
  }) as Find;
}
