// The photos of an order by what they show.
import { createMemo, type Accessor } from 'solid-js';
import type { Photo } from '#schemas/photos/photo.ts';
import {
  dueSlots,
  missingSlots,
  offeredSlots,
  requiredSlots,
  type PhotoSlot,
} from '#schemas/photos/slots.ts';
import { useOrderPhotos, type OrderPhoto } from '../data/photos.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useReferenceMap } from '../data/reference.ts';

export interface OrderSlots {
  readonly photos: Accessor<readonly OrderPhoto[]>;
  /** Those to be shown, in order. */
  readonly slots: Accessor<readonly PhotoSlot[]>;
  readonly required: Accessor<readonly PhotoSlot[]>;
  readonly missing: Accessor<readonly PhotoSlot[]>;
  /** Of those missing, what is to be taken before the driver's next step. */
  readonly due: Accessor<readonly PhotoSlot[]>;
  of(slot: PhotoSlot): readonly OrderPhoto[];
}

export function useOrderSlots(
  order: Accessor<ProjectedOrder>,
  told?: Accessor<readonly Photo[]>,
): OrderSlots {
  const catalog = useReferenceMap('catalog');
  const photos = useOrderPhotos(order, told);
  const service = createMemo(() => catalog().get(order().serviceId));
  const present = createMemo(() => photos().map(({ slot }) => slot));
  const missing = createMemo(() => missingSlots(service(), present()));
  const due = () => dueSlots(service(), order().status);
  return {
    photos,
    slots: createMemo(() => offeredSlots(service(), present())),
    required: createMemo(() => requiredSlots(service())),
    missing,
    due: createMemo(() => missing().filter((slot) => due().includes(slot))),
    of: (slot) => photos().filter((photo) => photo.slot === slot),
  };
}
