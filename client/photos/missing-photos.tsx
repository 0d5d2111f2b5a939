// What is still to be photographed, said before the job is ended. It holds nobody up.
import { Show, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
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
    <Show when={slots.missing().length > 0}>
      <Banner tone="warning">{t().missing(names())}</Banner>
    </Show>
  );
}
