// What the palette shows for what was typed.
import ClipboardList from 'lucide-solid/icons/clipboard-list';
import { createMemo, type Accessor } from 'solid-js';
import { useActor } from '../../data/session.ts';
import { useStrings } from '../../i18n/strings.ts';
import { matchOptions } from '../../ui/combobox-match.ts';
import type { NavItem } from '../../ui/shell-nav.tsx';
import { appStrings } from '../strings.ts';
import { useOrderTargets } from './orders.ts';
import { actionTargets, pageTargets } from './pages.ts';
import type { Recent } from './recent-list.ts';
import { recordKinds, useRecordTargets } from './records.ts';
import { paletteStrings } from './strings.ts';
import type { Target } from './target.ts';

export interface TargetGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Target[];
}

export interface Sources {
  readonly query: Accessor<string>;
  readonly nav: Accessor<readonly NavItem[]>;
  readonly recent: Accessor<readonly Recent[]>;
}

export function useTargetGroups({ query, nav, recent }: Sources) {
  const t = useStrings(paletteStrings);
  const app = useStrings(appStrings);
  const actor = useActor();
  const orders = useOrderTargets(query);
  const records = useRecordTargets();
  const pages = createMemo(() => pageTargets(nav(), actor, app()));
  const actions = createMemo(() => actionTargets(t()));
  const known = createMemo(() => {
    const all = [pages(), actions(), ...recordKinds.map((kind) => records[kind]())].flat();
    return new Map(all.map((target) => [target.id, target]));
  });
  const begin = (): TargetGroup[] => [
    { id: 'recent', label: t().recent, items: recentTargets(recent(), known()) },
    { id: 'pages', label: t().pages, items: pages() },
    { id: 'actions', label: t().actions, items: actions() },
  ];
  const found = (): TargetGroup[] => [
    { id: 'pages', label: t().pages, items: matching(pages(), query()) },
    { id: 'orders', label: t().orders, items: orders.targets() },
    ...recordKinds.map((kind) => ({
      ...{ id: kind, label: t()[kind] },
      items: matching(records[kind](), query()),
    })),
    { id: 'actions', label: t().actions, items: matching(actions(), query()) },
  ];
  const groups = createMemo(() => (query().trim() === '' ? begin() : found()));
  return { groups, busy: () => !orders.complete() };
}

const limit = 5;

/** The kit's way of finding, as in every list that one searches by typing. */
function matching(targets: readonly Target[], query: string): readonly Target[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const options = targets.map((target) => ({ ...target, value: target.id }));
  return matchOptions(options, query)
    .slice(0, limit)
    .flatMap(({ value }) => byId.get(value) ?? []);
}

/** Orders are taken at their word; what else is not there any more is left out. */
function recentTargets(recent: readonly Recent[], known: ReadonlyMap<string, Target>): readonly Target[] {
  return recent.flatMap((item): Target | Target[] => {
    if (!item.id.startsWith('order:')) return known.get(item.id) ?? [];
    const { id, label, detail, href } = item;
    return href ? [{ id, label, detail, href, icon: ClipboardList }] : [];
  });
}
