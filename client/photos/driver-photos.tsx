// The driver's photos of one job: a camera for each thing that has to be seen, and what is still missing.
import Camera from 'lucide-solid/icons/camera';
import Images from 'lucide-solid/icons/images';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { isPhotoSlot, type PhotoSlot } from '#schemas/photos/slots.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { currentPosition } from '../driver/position.ts';
import { placeOf } from './due-photos.tsx';
import { FileButton } from './file-button.tsx';
import { PhotoTile } from './photo-tile.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { useOrderSlots, type OrderSlots } from './slots.ts';
import { photoStrings } from './strings.ts';
import { useAdding } from './use-adding.ts';
import css from './photos.module.css';

export function DriverPhotos(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(photoStrings);
  const slots = useOrderSlots(() => props.order);
  const adding = useAdding(() => props.order.id);
  const [open, setOpen] = createSignal<string>();
  const taken = () => slots.required().length - slots.missing().length;
  const add = async (slot: PhotoSlot, source: 'camera' | 'file', files: readonly File[]): Promise<void> => {
    // Where an older picture was taken is not where the phone is now.
    const position = source === 'camera' ? await currentPosition() : undefined;
    await adding.add(files, { slot, source, ...(position && { position }) });
  };
  return (
    <section class={css.driver} aria-label={t().title}>
      <div class={css.driverHead}>
        <h2>{t().title}</h2>
        <span data-complete={slots.missing().length === 0 ? '' : undefined}>
          {slots.missing().length === 0 ? t().complete : t().done(taken(), slots.required().length)}
        </span>
      </div>
      <For each={slots.slots()}>
        {(slot) => (
          <Slot
            slot={slot}
            slots={slots}
            busy={adding.pending() > 0}
            onFiles={(source, files) => void add(slot, source, files)}
            onOpen={setOpen}
          />
        )}
      </For>
      <PhotoViewer
        order={props.order}
        photos={slots.photos()}
        current={open()}
        mayRemove
        onRetake={(photo, files) =>
          void adding.add(files, { slot: slotOf(photo.slot), source: 'camera', replaces: photo.id })
        }
        onMove={setOpen}
        onClose={() => setOpen()}
      />
    </section>
  );
}

const slotOf = (slot: string): PhotoSlot => (isPhotoSlot(slot) ? slot : 'other');

interface SlotProps {
  readonly slot: PhotoSlot;
  readonly slots: OrderSlots;
  readonly busy: boolean;
  readonly onFiles: (source: 'camera' | 'file', files: readonly File[]) => void;
  readonly onOpen: (id: string) => void;
}

function Slot(props: SlotProps): JSX.Element {
  const t = useStrings(photoStrings);
  const name = () => t().slot[props.slot];
  const photos = () => props.slots.of(props.slot);
  const isMissing = () => props.slots.missing().includes(props.slot);
  return (
    <div id={placeOf(props.slot)} class={css.driverSlot} role="group" aria-label={name()} tabIndex={-1}>
      <span class={css.driverName}>
        {name()}
        <Show when={isMissing()}>
          <span class={css.required}>{t().required}</span>
        </Show>
      </span>
      <span class={css.driverButtons}>
        <FileButton
          label={t().galleryOf(name())}
          icon={Images}
          busy={props.busy}
          onFiles={(files) => props.onFiles('file', files)}
        />
        <FileButton
          label={t().takeOf(name())}
          text={t().take}
          icon={Camera}
          camera
          primary={isMissing()}
          busy={props.busy}
          onFiles={(files) => props.onFiles('camera', files)}
        />
      </span>
      <Show when={photos().length > 0}>
        <div class={css.tiles}>
          <For each={photos()}>
            {(photo, index) => (
              <PhotoTile
                photo={photo}
                name={t().photoOf(name(), index() + 1, photos().length)}
                onOpen={() => props.onOpen(photo.id)}
              />
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
