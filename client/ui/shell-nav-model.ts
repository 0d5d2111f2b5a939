// How the entries of a menu fall into sections, and how much waits in them.
import type { NavItem, NavSection } from './shell-nav.tsx';

/** In the order in which sections first appear; entries without one stand on top of all. */
export function sectionsOf(nav: readonly NavItem[]): [NavSection | undefined, NavItem[]][] {
  const sections = new Map<string, [NavSection | undefined, NavItem[]]>();
  const ordered = [...nav.filter(({ section }) => !section), ...nav.filter(({ section }) => section)];
  for (const item of ordered) {
    const id = item.section?.id ?? '';
    const known = sections.get(id);
    if (known) known[1].push(item);
    else sections.set(id, [item.section, [item]]);
  }
  return [...sections.values()];
}

export const waitingIn = (items: readonly NavItem[]): number =>
  items.reduce((sum, { badge }) => sum + (badge?.() ?? 0), 0);
