// Reference data for components.
import { createMemo, type Accessor } from 'solid-js';
import type { CatalogItem, CatalogType } from '#schemas/catalog/catalog.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useData, useSubject } from './context.ts';
import type { Lookup } from './references.ts';

/** By id, in display order; disabled ones included, since old orders refer to them. */
export function useReferenceMap<Name extends ReferenceCollection>(name: Name): Accessor<Lookup<Name>> {
  const lookup = useSubject<Lookup<Name>>(useData().references.lookups[name]);
  return lookup;
}

/** Sorted by name (the catalog by its own order first); disabled ones included. */
export function useReference<Name extends ReferenceCollection>(
  name: Name,
): Accessor<readonly DocumentOf<Name>[]> {
  const lookup = useReferenceMap(name);
  const documents = createMemo(() => [...lookup().values()]);
  return documents;
}

/** Whether somebody drives, which his roles tell. Reactive. */
export function useDrives(): (person: Pick<Staff, 'roleIds'>) => boolean {
  const roles = useReferenceMap('roles');
  return ({ roleIds }) => roleIds.some((id) => roles().get(id)?.permissions.includes('jobs.work'));
}

/** What can be chosen of one type of the catalog. */
export function useCatalog(type: CatalogType): Accessor<readonly CatalogItem[]> {
  const catalog = useReference('catalog');
  const items = createMemo(() => catalog().filter((item) => item.type === type && !item.disabled));
  return items;
}
