// How a menu falls into sections.
import { describe, expect, it } from 'vitest';
import { sectionsOf } from '../../client/ui/shell-nav-model.ts';
import type { NavItem } from '../../client/ui/shell-nav.tsx';

const icon = () => null as never;
const people = { id: 'people', label: 'People' };
const orders = { id: 'orders', label: 'Orders' };
const item = (href: string, section?: NavItem['section']): NavItem => ({ href, label: href, icon, section });

describe('sections of a menu', () => {
  it('stand in the order in which they come, their entries too', () => {
    const nav = [item('/orders', orders), item('/staff', people), item('/orders/new', orders)];
    const found = sectionsOf(nav).map(([section, items]) => [section?.id, items.map(({ href }) => href)]);
    expect(found).toEqual([
      ['orders', ['/orders', '/orders/new']],
      ['people', ['/staff']],
    ]);
  });

  it('leave what has none on top', () => {
    const nav = [item('/orders', orders), item('/jobs')];
    expect(sectionsOf(nav).map(([section]) => section?.id)).toEqual([undefined, 'orders']);
  });
});
