// Photos for components: those of an order, wherever their bytes are, and those that wait on this device.
import {
  createEffect,
  createMemo,
  createResource,
  createSignal,
  on,
  onCleanup,
  type Accessor,
} from 'solid-js';
import { map } from 'rxjs';
import { photosOn } from '#schemas/photos/decide.ts';
import type { Photo, PhotoKind } from '#schemas/photos/photo.ts';
import type { Position } from '#schemas/core/types.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import { useData, useSubject } from './context.ts';
import type { Issued } from './commands.ts';
import type { KeptPhoto } from './photo-store.ts';
import type { PhotoPlace, TakenPhoto } from './photo-queue.ts';

export type { KeptPhoto } from './photo-store.ts';
export type { TakenPhoto } from './photo-queue.ts';

export interface OrderPhoto {
  readonly id: string;
  readonly slot: string;
  readonly by?: string;
  /** ISO instant by the clock of the device that took it. */
  readonly takenAt: string;
  readonly kind?: PhotoKind;
  readonly source?: string;
  readonly position?: Position;
  /** Its bytes are at the server. */
  readonly isStored: boolean;
  /** It waits on this device. */
  readonly kept?: KeptPhoto;
}

/**
 * Oldest first: what is on the order, sent or not, and what was refused and waits for this person's word.
 * @param told what the server says of photos that this device holds no more
 */
export function useOrderPhotos(
  order: Accessor<Pick<Order, 'id' | 'timeline'>>,
  told: Accessor<readonly Photo[]> = () => [],
): Accessor<readonly OrderPhoto[]> {
  const { database } = useData();
  const [stored, setStored] = createSignal<ReadonlyMap<string, Photo>>(new Map());
  const kept = useKeptPhotos();
  createEffect(
    on(
      () => order().id,
      (orderId) => {
        const subscription = database.photos
          .find({ selector: { orderId } })
          .$.pipe(map((documents) => documents.map((document): Photo => document.toMutableJSON())))
          .subscribe((photos) => setStored(new Map(photos.map((photo) => [photo.id, photo]))));
        onCleanup(() => subscription.unsubscribe());
      },
    ),
  );
  const waiting = createMemo(
    () => new Map(kept().flatMap((photo) => (photo.orderId === order().id ? [[photo.id, photo]] : []))),
  );
  const known = () => new Map([...told().map((photo) => [photo.id, photo] as const), ...stored()]);
  return createMemo(() => photosOf(order().timeline, known(), waiting()));
}

export function photosOf(
  timeline: Order['timeline'],
  stored: ReadonlyMap<string, Photo>,
  kept: ReadonlyMap<string, KeptPhoto>,
): OrderPhoto[] {
  const onOrder = photosOn(timeline);
  const refused = [...kept.values()].filter(({ id, problem }) => problem && !onOrder.has(id));
  return [
    ...timeline.flatMap((entry) => {
      const { photoId, type } = entry;
      if (type !== 'add-photo' || photoId === undefined || !onOrder.has(photoId)) return [];
      return [shown(photoId, entry, stored.get(photoId), kept.get(photoId))];
    }),
    ...refused.map((photo) => shown(photo.id, undefined, undefined, photo)),
  ];
}

function shown(
  id: string,
  entry: Order['timeline'][number] | undefined,
  photo: Photo | undefined,
  kept: KeptPhoto | undefined,
): OrderPhoto {
  const facts = photo ?? kept?.facts;
  const [by, position] = [entry?.by ?? photo?.by, entry?.position ?? facts?.position];
  return {
    id,
    slot: facts?.slot ?? entry?.slot ?? '',
    takenAt: facts?.takenAt ?? entry?.at ?? '',
    isStored: photo?.state === 'stored',
    ...(by !== undefined && { by }),
    ...(facts && { kind: facts.kind, source: facts.source }),
    ...(position && { position }),
    ...(kept && { kept }),
  };
}

/** Everything of this person that this device holds and the server does not have yet, oldest first. */
export function useKeptPhotos(): Accessor<readonly KeptPhoto[]> {
  return useSubject(useData().photos.kept$);
}

/** Without the commands about photos that are counted, and shown, as photos. */
export const withoutPhotos = (
  commands: readonly CommandDocument[],
  kept: readonly KeptPhoto[],
): CommandDocument[] => {
  const ids = new Set(kept.map(({ id }) => id));
  return commands.filter(
    ({ type, payload }) =>
      !(type === 'add-photo' && 'photoId' in payload && ids.has(String(payload.photoId))),
  );
};

export interface PhotoEditing {
  add(photo: TakenPhoto): Promise<Issued>;
  /** Takes it off the order; the server keeps the bytes it has. */
  remove(photo: OrderPhoto, orderId: string): Promise<Issued>;
  retry(id: string): Promise<Issued | undefined>;
  /** Puts what was refused on another order, or has it show something else. */
  change(id: string, to: PhotoPlace): Promise<Issued | undefined>;
  giveUp(id: string): Promise<void>;
}

export function usePhotoEditing(): PhotoEditing {
  const { photos, commands } = useData();
  const { queue } = photos;
  return {
    add: (photo) => queue.add(photo),
    remove: ({ id }, orderId) => commands.issue('remove-photo', orderId, { photoId: id }),
    retry: async (id) => {
      const issued = await queue.retry(id);
      photos.wake();
      return issued;
    },
    change: async (id, to) => {
      const issued = await queue.change(id, to);
      photos.wake();
      return issued;
    },
    giveUp: (id) => queue.giveUp(id),
  };
}

/**
 * Where the picture can be shown from: this device while it is here, else the server. `original` is what was taken,
 * where the browser can draw it.
 */
export function usePicture(
  photo: Accessor<{ readonly id: string; readonly isStored?: boolean; readonly kept?: KeptPhoto }>,
  size: 'preview' | 'original' = 'preview',
): Accessor<string | undefined> {
  const { photos } = useData();
  const keptId = createMemo(() => photo().kept?.id);
  const [local] = createResource(keptId, async (id) => {
    const content = await photos.store.content(id);
    const bytes = size === 'preview' ? content?.preview : content?.bytes;
    return bytes && URL.createObjectURL(new Blob([bytes]));
  });
  createEffect(() => {
    const url = local.latest;
    onCleanup(() => url !== undefined && URL.revokeObjectURL(url));
  });
  const remote = createMemo(() => (photo().isStored ? `/api/photos/${photo().id}/${size}` : undefined));
  return () => remote() ?? (keptId() === undefined ? undefined : local());
}
