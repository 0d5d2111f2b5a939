// How the ready-made lists are written down, and how a row becomes a catalog document.
import type { CatalogItem, CatalogType } from '#schemas/catalog/catalog.ts';

type Extra = Pick<
  CatalogItem,
  | ('needsDestination' | 'asksRoadCondition' | 'equipmentIds' | 'models' | 'vehicleTypeIds')
  | ('reasonFor' | 'unit' | 'unitFen' | 'includedKm' | 'body')
>;

/** Code, the names in zh-CN, zh-TW and en, and what the type needs. */
export type Row = readonly [code: string, name: string, taiwan: string, english: string, extra?: Extra];

/** Documents with the id `prefix-code`, sorted as written; the steps of ten leave room for a company's own. */
export function itemsOf(type: CatalogType, prefix: string, rows: readonly Row[]): CatalogItem[] {
  return rows.map(([code, name, taiwan, english, extra], index) => ({
    id: `${prefix}-${code}`,
    name,
    disabled: false,
    type,
    code,
    sort: (index + 1) * 10,
    translations: { 'zh-TW': taiwan, en: english },
    ...extra,
  }));
}
