// What a driver at the place has not photographed yet, above his next step and with the way there. It holds nobody up.
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Show, type JSX } from 'solid-js';
import type { PhotoSlot } from '#schemas/photos/slots.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import css from './photos.module.css';
import { useOrderSlots } from './slots.ts';
import { photoStrings } from './strings.ts';

export function DuePhotos(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(photoStrings);
  const { due } = useOrderSlots(() => props.order);
  const names = () =>
    due()
      .map((slot) => t().slot[slot])
      .join(t().listSeparator);
  return (
    <Show when={due()[0]}>
      {(first) => (
        <div class={css.due} role="status">
          <TriangleAlert size={16} aria-hidden="true" />
          <span>{t().missing(names())}</span>
          <Button size="small" onClick={() => goTo(first())}>
            {t().goTake}
          </Button>
        </div>
      )}
    </Show>
  );
}

/** Where on a job's page the photos of a slot are. */
export const placeOf = (slot: PhotoSlot): string => `photos-${slot}`;

/** The focus marks the slot; from there the next key or swipe leads to its camera. */
function goTo(slot: PhotoSlot): void {
  const place = document.getElementById(placeOf(slot));
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}
