// A photo that the server does not have yet: what it shows, how far it has come, and what its person can do.
import { createSignal, Show, type JSX } from 'solid-js';
import { useCodeText } from '../app/code-text.ts';
import { useOrder } from '../data/orders.ts';
import { usePhotoEditing, type KeptPhoto } from '../data/photos.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderLink } from '../sync/command-card.tsx';
import { useAdvice } from '../sync/refused-parts.tsx';
import { itemProps, leaveItem } from '../sync/focus.ts';
import { formatBytes } from '../sync/bytes.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Time } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { ChangePhoto } from './change-photo.tsx';
import { isChangeable } from './changeable.ts';
import { Thumbnail } from './photo-tile.tsx';
import { photoStrings } from './strings.ts';
import { stateWords, useSlotName } from './words.ts';
import css from './photos.module.css';

export function UnsentPhoto(props: { photo: KeptPhoto }): JSX.Element {
  const t = useStrings(photoStrings);
  const slotName = useSlotName();
  const one = useOrder(() => props.photo.orderId);
  const shown = () => ({
    id: props.photo.id,
    kind: props.photo.facts.kind,
    isStored: false,
    kept: props.photo,
  });
  return (
    <li class={css.unsent} {...itemProps} aria-label={slotName(props.photo.facts.slot)}>
      <span class={css.unsentPicture}>
        <Thumbnail photo={shown()} />
      </span>
      <div class={css.unsentHead}>
        <h3>{slotName(props.photo.facts.slot)}</h3>
        <OrderLink orderId={props.photo.orderId} order={one.order()} />
        <span class={css.quiet}>
          <Time iso={props.photo.facts.takenAt} as="relative" />
        </span>
      </div>
      <State photo={props.photo} words={stateWords(shown(), t())} />
    </li>
  );
}

function State(props: { photo: KeptPhoto; words: string }): JSX.Element {
  const t = useStrings(photoStrings);
  const codeText = useCodeText();
  const advice = useAdvice();
  const whole = () => formatBytes(props.photo.facts.bytes);
  const amount = () => (props.photo.sent > 0 ? t().size(formatBytes(props.photo.sent), whole()) : whole());
  return (
    <div class={css.unsentState} data-tone={props.photo.problem ? 'danger' : undefined}>
      <Show when={props.photo.problem} fallback={<span>{props.words}</span>}>
        {(code) => <strong>{codeText(code())}</strong>}
      </Show>
      <Show when={props.photo.problem}>{(code) => <span>{advice(code())}</span>}</Show>
      <Show when={props.photo.handedIn}>
        <span>{props.words}</span>
      </Show>
      <Show when={!props.photo.problem && props.photo.sent > 0}>
        <progress max={props.photo.facts.bytes} value={props.photo.sent} aria-label={props.words} />
      </Show>
      <span class={css.quiet}>{amount()}</span>
      <span class={css.unsentActions}>
        <Retry photo={props.photo} />
        <Show when={isChangeable(props.photo.problem)}>
          <ChangePhoto photo={props.photo} />
        </Show>
        <GiveUp photo={props.photo} />
      </span>
    </div>
  );
}

function Retry(props: { photo: KeptPhoto }): JSX.Element {
  const t = useStrings(photoStrings);
  const codeText = useCodeText();
  const photos = usePhotoEditing();
  const [busy, setBusy] = createSignal(false);
  const retry = async (): Promise<void> => {
    setBusy(true);
    const issued = await photos.retry(props.photo.id);
    setBusy(false);
    if (issued?.ok === false) toast.error(codeText(issued.error.code));
    else toast.info(t().trying);
  };
  return (
    <Button size="small" busy={busy()} onClick={() => void retry()}>
      {t().tryAgain}
    </Button>
  );
}

/** Asked, and asked again: it is the one way by which a photo can be lost. */
function GiveUp(props: { photo: KeptPhoto }): JSX.Element {
  const t = useStrings(photoStrings);
  const photos = usePhotoEditing();
  const [asking, setAsking] = createSignal(false);
  const [sure, setSure] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const ask = (): void => {
    setSure(false);
    setTried(false);
    setAsking(true);
  };
  const giveUp = async (): Promise<void> => {
    setTried(true);
    if (!sure()) return;
    setAsking(false);
    await leaveItem(button, () => photos.giveUp(props.photo.id));
    toast.info(t().gaveUp);
  };
  return (
    <>
      <Button ref={(element) => (button = element)} size="small" variant="ghost" onClick={ask}>
        {t().giveUp}
      </Button>
      <ConfirmDialog
        open={asking()}
        tone="danger"
        title={t().giveUpTitle}
        message={t().giveUpMessage}
        confirmLabel={t().giveUp}
        error={tried() && !sure() ? t().giveUpFirst : undefined}
        onCancel={() => setAsking(false)}
        onConfirm={giveUp}
      >
        <Checkbox label={t().giveUpCheck} checked={sure()} onChange={setSure} />
      </ConfirmDialog>
    </>
  );
}
