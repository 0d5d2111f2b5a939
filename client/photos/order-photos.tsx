// The photos on the order's panel, by what they show. Where a driver's phone could not, the office adds them: by
// choosing, dropping or pasting files, several at once, with or without a network.
import Plus from 'lucide-solid/icons/plus';
import { createSignal, For, onCleanup, onMount, Show, type JSX } from 'solid-js';
import { photosCan } from '#schemas/orders/can.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import type { PhotoSlot } from '#schemas/photos/slots.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import type { OrderPhoto } from '../data/photos.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { cx } from '../ui/cx.ts';
import { createFileDrop, keepMissedDrops } from '../ui/file-drop.ts';
import { FileButton } from './file-button.tsx';
import { PhotoTile } from './photo-tile.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { useOrderSlots, type OrderSlots } from './slots.ts';
import { photoStrings } from './strings.ts';
import { useAdding } from './use-adding.ts';
import css from './photos.module.css';

interface OrderPhotosProps {
  order: ProjectedOrder;
  class?: string | undefined;
  /** Nothing can be added nor taken away: this device does not hold the order. */
  readOnly?: boolean | undefined;
  /** Photos that this device may not hold any more. */
  told?: readonly Photo[] | undefined;
}

export function OrderPhotos(props: OrderPhotosProps): JSX.Element {
  const t = useStrings(photoStrings);
  const actor = useActor();
  const slots = useOrderSlots(
    () => props.order,
    () => props.told ?? [],
  );
  const adding = useAdding(() => props.order.id);
  const mayAdd = () => !props.readOnly && photosCan(props.order, actor).can;
  const [open, setOpen] = createSignal<string>();
  // What is pasted goes to where the person points.
  const [aimed, setAimed] = createSignal<PhotoSlot>('other');
  const add = (slot: PhotoSlot) => (files: readonly File[]) =>
    void adding.add(files, { slot, source: 'file' });
  usePaste((files) => mayAdd() && add(aimed())(files));
  keepMissedDrops();
  // Between the shots and on the words as well: what it shows can be told afterwards.
  const drop = createFileDrop(mayAdd, add('other'));
  return (
    <section
      class={cx(css.section, props.class)}
      data-over={drop.isOver() ? '' : undefined}
      {...drop.handlers}
    >
      <h3>{t().title}</h3>
      <Show when={mayAdd()}>
        <p class={css.hint}>{t().dropHint}</p>
      </Show>
      <div class={css.slots}>
        <For each={slots.slots()}>
          {(slot) => (
            <SlotRow
              slot={slot}
              slots={slots}
              mayAdd={mayAdd()}
              busy={adding.pending() > 0}
              onAim={() => setAimed(slot)}
              onFiles={add(slot)}
              onOpen={({ id }) => setOpen(id)}
            />
          )}
        </For>
      </div>
      <PhotoViewer
        order={props.order}
        photos={slots.photos()}
        current={open()}
        mayRemove={mayAdd()}
        onMove={setOpen}
        onClose={() => setOpen()}
      />
    </section>
  );
}

interface SlotRowProps {
  readonly slot: PhotoSlot;
  readonly slots: OrderSlots;
  readonly mayAdd: boolean;
  readonly busy: boolean;
  readonly onAim: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onOpen: (photo: OrderPhoto) => void;
}

function SlotRow(props: SlotRowProps): JSX.Element {
  const t = useStrings(photoStrings);
  const name = () => t().slot[props.slot];
  const photos = () => props.slots.of(props.slot);
  const isMissing = () => props.slots.missing().includes(props.slot);
  const drop = createFileDrop(
    () => props.mayAdd,
    (files) => props.onFiles(files),
  );
  return (
    <div
      class={css.slot}
      role="group"
      aria-label={name()}
      data-over={drop.isOver() ? '' : undefined}
      onPointerEnter={() => props.onAim()}
      onFocusIn={() => props.onAim()}
      {...drop.handlers}
    >
      <span class={css.slotName}>
        {name()}
        <Show when={isMissing()}>
          <span class={css.required}>{t().required}</span>
        </Show>
      </span>
      <div class={css.tiles}>
        <For each={photos()}>
          {(photo, index) => (
            <PhotoTile
              photo={photo}
              name={t().photoOf(name(), index() + 1, photos().length)}
              onOpen={() => props.onOpen(photo)}
            />
          )}
        </For>
        <Show when={props.mayAdd}>
          <FileButton
            label={t().addOf(name())}
            icon={Plus}
            busy={props.busy}
            class={css.add}
            onFiles={(files) => props.onFiles(files)}
          />
        </Show>
      </div>
    </div>
  );
}

/** While it is shown, pictures that are pasted anywhere but into a field. */
function usePaste(onFiles: (files: readonly File[]) => void): void {
  const paste = (event: ClipboardEvent): void => {
    const isField =
      event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]');
    const files = [...(event.clipboardData?.files ?? [])];
    if (isField || files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  onMount(() => document.addEventListener('paste', paste));
  onCleanup(() => document.removeEventListener('paste', paste));
}
