// A photo large: enlarged, turned, moved, one after the other, by hand or by keyboard; and the original to take away.
import Camera from 'lucide-solid/icons/camera';
import ChevronLeft from 'lucide-solid/icons/chevron-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import Download from 'lucide-solid/icons/download';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Scan from 'lucide-solid/icons/scan';
import Trash from 'lucide-solid/icons/trash';
import ZoomIn from 'lucide-solid/icons/zoom-in';
import ZoomOut from 'lucide-solid/icons/zoom-out';
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show, type JSX } from 'solid-js';
import { extensionOf } from '#schemas/photos/kinds.ts';
import { useCodeText } from '../app/code-text.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { usePhotoEditing, usePicture, type OrderPhoto } from '../data/photos.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { writeCoordinates } from '../orders/coordinates.ts';
import { useNames } from '../orders/names.ts';
import { IconButton } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Time } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { FileButton } from './file-button.tsx';
import { PhotoStage } from './photo-stage.tsx';
import { photoStrings } from './strings.ts';
import { createView } from './view.ts';
import { stateWords, useSlotName } from './words.ts';
import css from './photos.module.css';

interface ViewerProps {
  readonly order: ProjectedOrder;
  readonly photos: readonly OrderPhoto[];
  /** The id of the one that is shown; undefined: closed. */
  readonly current: string | undefined;
  readonly mayRemove: boolean;
  /** Given: a photo may be taken in place of this one. */
  readonly onRetake?: (photo: OrderPhoto, files: readonly File[]) => void;
  readonly onMove: (id: string) => void;
  readonly onClose: () => void;
}

export function PhotoViewer(props: ViewerProps): JSX.Element {
  const t = useStrings(photoStrings);
  const slotName = useSlotName();
  const index = () => props.photos.findIndex(({ id }) => id === props.current);
  const photo = () => props.photos[index()];
  const title = () => {
    const shown = photo();
    return shown ? t().photoOf(slotName(shown.slot), index() + 1, props.photos.length) : t().title;
  };
  const move = (by: number): void => {
    const count = props.photos.length;
    const next = props.photos[(index() + by + count) % count];
    if (next) props.onMove(next.id);
  };
  return (
    <Dialog open={photo() !== undefined} onClose={() => props.onClose()} title={title()} size="viewer">
      <Show when={photo()}>
        {(shown) => <Viewed {...props} photo={shown()} onStep={move} isAlone={props.photos.length < 2} />}
      </Show>
    </Dialog>
  );
}

interface ViewedProps extends ViewerProps {
  readonly photo: OrderPhoto;
  readonly isAlone: boolean;
  readonly onStep: (by: number) => void;
}

function Viewed(props: ViewedProps): JSX.Element {
  const t = useStrings(photoStrings);
  const view = createView();
  const { online } = useSync();
  const preview = usePicture(() => props.photo);
  const original = usePicture(() => props.photo, 'original');
  createEffect(on(() => props.photo.id, view.reset, { defer: true }));
  // The small one is there at once and enough for a look; who enlarges it wants to see more, of what browsers can draw.
  const hint = () => {
    if (!props.photo.isStored && props.photo.kind === 'image/heic') return t().heicHint;
    return props.photo.isStored && online() ? t().noPreviewHint : t().offlineHint;
  };
  const isClose = () => view.zoom() > 1 && props.photo.kind !== 'image/heic';
  const picture = createMemo(() => (isClose() ? (original() ?? preview()) : (preview() ?? original())));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => props.onStep(-1),
    ArrowRight: () => props.onStep(1),
    '+': view.zoomIn,
    '=': view.zoomIn,
    '-': view.zoomOut,
    '0': view.reset,
    r: view.rotate,
  };
  let root: HTMLDivElement | undefined;
  // Wherever in the window the focus is; a question over it has keys of its own.
  const press = (event: KeyboardEvent): void => {
    const window = root?.closest('[role="dialog"]');
    const isElsewhere = event.target instanceof Node && event.target !== document.body;
    if (isElsewhere && !window?.contains(event.target)) return;
    const act = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  onMount(() => document.addEventListener('keydown', press));
  onCleanup(() => document.removeEventListener('keydown', press));
  return (
    <div class={css.viewer} ref={(element) => (root = element)}>
      <PhotoStage url={picture()} view={view} label={t().title} hint={hint()} />
      <div class={css.tools} role="toolbar" aria-label={t().title}>
        <Show when={!props.isAlone}>
          <IconButton label={t().previous} icon={ChevronLeft} onClick={() => props.onStep(-1)} />
          <IconButton label={t().next} icon={ChevronRight} onClick={() => props.onStep(1)} />
        </Show>
        <IconButton label={t().zoomOut} icon={ZoomOut} onClick={view.zoomOut} />
        <IconButton label={t().zoomIn} icon={ZoomIn} onClick={view.zoomIn} />
        <IconButton label={t().fit} icon={Scan} onClick={view.reset} />
        <IconButton label={t().rotate} icon={RotateCw} onClick={view.rotate} />
        <span class={css.gap} />
        <Show when={original()}>
          {(url) => (
            <a class={css.download} href={url()} download={fileName(props.order, props.photo)}>
              <Download size={16} aria-hidden="true" /> {t().download}
            </a>
          )}
        </Show>
        <Show when={props.onRetake}>
          {(retake) => (
            <FileButton
              label={t().retake}
              text={t().retake}
              icon={Camera}
              camera
              onFiles={(files) => {
                retake()(props.photo, files);
                props.onClose();
              }}
            />
          )}
        </Show>
        <Show when={props.mayRemove}>
          <Remove photo={props.photo} orderId={props.order.id} onRemoved={props.onClose} />
        </Show>
      </div>
      <About photo={props.photo} />
    </div>
  );
}

/** Found again on the person's disk by the order's number. */
const fileName = ({ number, car }: ProjectedOrder, { slot, id, kind }: OrderPhoto): string =>
  `${number || car.plate}-${slot}-${id.slice(-4)}.${extensionOf(kind ?? 'image/jpeg')}`;

function About(props: { photo: OrderPhoto }): JSX.Element {
  const t = useStrings(photoStrings);
  const names = useNames();
  const source = () => (props.photo.source === 'file' ? t().source.file : t().source.camera);
  return (
    <p class={css.about}>
      <span>
        <Time iso={props.photo.takenAt} as="full" />
      </span>
      <Show when={props.photo.by}>{(by) => <span>{names.staff(by())}</span>}</Show>
      <span>{source()}</span>
      <Show when={props.photo.position}>
        {(position) => <span>{t().at(writeCoordinates(position()))}</span>}
      </Show>
      <span>{stateWords(props.photo, t())}</span>
    </p>
  );
}

function Remove(props: { photo: OrderPhoto; orderId: string; onRemoved: () => void }): JSX.Element {
  const t = useStrings(photoStrings);
  const codeText = useCodeText();
  const photos = usePhotoEditing();
  const [asking, setAsking] = createSignal(false);
  const remove = async (): Promise<void> => {
    const issued = await photos.remove(props.photo, props.orderId);
    setAsking(false);
    if (!issued.ok) return void toast.error(codeText(issued.error.code));
    toast.success(t().removed);
    props.onRemoved();
  };
  return (
    <>
      <IconButton label={t().remove} icon={Trash} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking()}
        tone="danger"
        title={t().removeTitle}
        message={t().removeMessage}
        confirmLabel={t().remove}
        onCancel={() => setAsking(false)}
        onConfirm={remove}
      />
    </>
  );
}
