// One photo, small: it opens the viewer, and says how far it has come.
import CircleAlert from 'lucide-solid/icons/circle-alert';
import CloudUpload from 'lucide-solid/icons/cloud-upload';
import ImageOff from 'lucide-solid/icons/image-off';
import Hourglass from 'lucide-solid/icons/hourglass';
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { usePicture, type OrderPhoto } from '../data/photos.ts';
import { useStrings } from '../i18n/strings.ts';
import { photoStrings } from './strings.ts';
import { progressOf, stateWords } from './words.ts';
import css from './photos.module.css';

type Shown = Pick<OrderPhoto, 'id' | 'isStored' | 'kept' | 'kind'>;

export function PhotoTile(props: { photo: OrderPhoto; name: string; onOpen: () => void }): JSX.Element {
  const t = useStrings(photoStrings);
  const label = () => [t().view(props.name), stateWords(props.photo, t())].join(t().listSeparator);
  return (
    <button type="button" class={css.tile} aria-label={label()} onClick={() => props.onOpen()}>
      <Thumbnail photo={props.photo} />
      <Mark photo={props.photo} />
    </button>
  );
}

/** A word in its place where it cannot be drawn, or not now. */
export function Thumbnail(props: { photo: Shown }): JSX.Element {
  const t = useStrings(photoStrings);
  const picture = usePicture(() => props.photo);
  const [failed, setFailed] = createSignal(false);
  createEffect(on(picture, () => setFailed(false)));
  const kind = () => (props.photo.kind === 'image/heic' ? 'HEIC' : t().noPreview);
  return (
    <Show
      when={!failed() && picture()}
      fallback={
        <span class={css.placeholder}>
          <Show
            when={props.photo.isStored || props.photo.kept}
            fallback={<Hourglass size={18} aria-hidden="true" />}
          >
            <ImageOff size={18} aria-hidden="true" />
            {kind()}
          </Show>
        </span>
      }
    >
      {(url) => <img class={css.image} src={url()} alt="" loading="lazy" onError={() => setFailed(true)} />}
    </Show>
  );
}

/** Nothing once it is stored. */
function Mark(props: { photo: OrderPhoto }): JSX.Element {
  const t = useStrings(photoStrings);
  const hasProblem = () => props.photo.kept?.problem !== undefined;
  return (
    <Show when={!props.photo.isStored}>
      <span
        class={css.mark}
        data-tone={hasProblem() ? 'danger' : 'waiting'}
        title={stateWords(props.photo, t())}
      >
        <Show when={hasProblem()} fallback={<CloudUpload size={12} aria-hidden="true" />}>
          <CircleAlert size={12} aria-hidden="true" />
        </Show>
      </span>
      <Show when={progressOf(props.photo)}>
        {(progress) => (
          <span class={css.bar}>
            <span style={{ width: `${progress() * 100}%` }} />
          </span>
        )}
      </Show>
    </Show>
  );
}
