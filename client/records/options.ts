// What the fields of reference documents choose from.
import { createMemo, type Accessor } from 'solid-js';
import type { CatalogType } from '#schemas/catalog/catalog.ts';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { useCatalog, useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { locale } from '../i18n/locale.ts';
import { itemName } from '../orders/names.ts';
import type { ComboOption } from '../ui/combobox.tsx';

type Options = Accessor<readonly ComboOption[]>;

export function useCatalogOptions(type: CatalogType): Options {
  const items = useCatalog(type);
  return createMemo(() => items().map((item) => ({ value: item.id, label: itemName(item, locale()) })));
}

/** The outlets that this person works for. */
export function useOutletOptions(): Options {
  const actor = useActor();
  const outlets = useReference('outlets');
  return createMemo(() =>
    outlets()
      .filter(({ id, disabled }) => !disabled && seesOutlet(actor, id))
      .map(({ id, name }) => ({ value: id, label: name })),
  );
}
