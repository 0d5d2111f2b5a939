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

interface Named {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string | undefined;
}

/** Shown by its name, and found by its short name as well: 人保杭州 for 中国人民财产保险杭州分公司. */
export const namedOption = ({ id, name, shortName }: Named): ComboOption => ({
  ...{ value: id, label: name },
  ...(shortName && { keywords: shortName }),
});

export function useCatalogOptions(type: CatalogType): Options {
  const items = useCatalog(type);
  return createMemo(() => items().map((item) => ({ value: item.id, label: itemName(item, locale()) })));
}

/** What a new record begins with: where there is but one outlet there is nothing to choose. */
export function useOnlyOutlet(): () => string | undefined {
  const outlets = useOutletOptions();
  return () => (outlets().length === 1 ? outlets()[0]?.value : undefined);
}

/** The outlets that this person works for. */
export function useOutletOptions(): Options {
  const actor = useActor();
  const outlets = useReference('outlets');
  return createMemo(() =>
    outlets()
      .filter(({ id, disabled }) => !disabled && seesOutlet(actor, id))
      .map(namedOption),
  );
}
