// The photo that a held-back command speaks of, as far as its bytes have come and a browser can draw it.
import { createSignal, Show, type JSX } from 'solid-js';
import type { QuarantineEntry } from '../data/quarantine.ts';
import { useStrings } from '../i18n/strings.ts';
import css from './quarantine.module.css';
import { quarantineStrings } from './strings.ts';

export function HeldPhoto(props: { entry: Pick<QuarantineEntry, 'id'> }): JSX.Element {
  const t = useStrings(quarantineStrings);
  const [isMissing, setMissing] = createSignal(false);
  const address = (what: 'photo' | 'original') => `/api/quarantine/${props.entry.id}/${what}`;
  return (
    <>
      <Show when={!isMissing()} fallback={<p class={css.muted}>{t().photoMissing}</p>}>
        <img class={css.photo} src={address('photo')} alt={t().photo} onError={() => setMissing(true)} />
      </Show>
      <a href={address('original')} download="">
        {t().photoOriginal}
      </a>
    </>
  );
}
