// The rules of finance that a company may switch off. Each is a document among the catalog's, so that whoever decides,
// on a device or on the server, reads the same, and its history says who switched it and when.
import type { CatalogItem } from '../catalog/catalog.ts';
import type { Find } from '../orders/events.ts';

/** 核單與核價由不同人員: disabled, whoever verified may approve. A company that never touched it has none. */
export const otherApproves = 'rule-other-approves';

export function isOtherToApprove(find: Find): boolean {
  const rule = find('catalog', otherApproves);
  return rule?.type !== 'rule' || !rule.disabled;
}

export function ruleSwitched(before: CatalogItem | undefined, isOn: boolean, name: string): CatalogItem {
  const rule = before ?? { id: otherApproves, name, code: 'other-approves', sort: 0 };
  return { ...rule, type: 'rule', disabled: !isOn };
}
