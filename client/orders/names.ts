// Names for ids, in the reader's language where there is one.
import type { CatalogItem } from '#schemas/catalog/catalog.ts';
import { customerCredit } from '#schemas/finance/statements/credit.ts';
import { useReferenceMap } from '../data/reference.ts';
import { locale, type Locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { orderStrings } from './strings.ts';

export interface Names {
  /** Also of those who are no members of it. */
  staff(id: string | undefined): string;
  staffPhone(id: string | undefined): string | undefined;
  /** A vehicle is known by its plate. */
  vehicle(id: string | undefined): string;
  outlet(id: string | undefined): string;
  customer(id: string | undefined): string;
  catalog(id: string | undefined): string;
}

/** Inside components. No id is an empty name; an id that this device does not hold says so. */
export function useNames(): Names {
  const t = useStrings(orderStrings);
  const [staff, vehicles, outlets, customers, catalog] = [
    useReferenceMap('staff'),
    useReferenceMap('vehicles'),
    useReferenceMap('outlets'),
    useReferenceMap('customers'),
    useReferenceMap('catalog'),
  ];
  const name = (id: string | undefined, found: string | undefined): string =>
    id === undefined ? '' : (found ?? t().unknown);
  const outsider = (id = ''): string | undefined =>
    Object.entries(t().outsider).find(([kind]) => kind === id)?.[1];
  return {
    staff: (id) => name(id, outsider(id) ?? staff().get(id ?? '')?.name),
    staffPhone: (id) => staff().get(id ?? '')?.phone,
    vehicle: (id) => name(id, vehicles().get(id ?? '')?.plate),
    outlet: (id) => name(id, outlets().get(id ?? '')?.name),
    customer: (id) => name(id, customers().get(id ?? '')?.name),
    catalog: (id) => {
      if (id === customerCredit) return t().customerCredit;
      const item = catalog().get(id ?? '');
      return name(id, item && itemName(item, locale()));
    },
  };
}

export function itemName({ name, translations }: CatalogItem, language: Locale): string {
  return (language === 'zh-CN' ? undefined : translations?.[language]) ?? name;
}
