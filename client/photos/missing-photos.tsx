// Of an order that has ended: which photos that its service asks for were never taken.
import { Show, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { useOrderSlots } from './slots.ts';
import { photoStrings } from './strings.ts';

export function MissingPhotos(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(photoStrings);
  const slots = useOrderSlots(() => props.order);
  const names = () =>
    slots
      .missing()
      .map((slot) => t().slot[slot])
      .join(t().listSeparator);
  return (
    <Show when={names()}>
      {(missing) => (
        <div>
          <StatusBadge tone="warning">{t().missing(missing())}</StatusBadge>
        </div>
      )}
    </Show>
  );
}
