// The photo that a held-back command speaks of, as far as its bytes have come.
import { createSignal, Show, type JSX } from 'solid-js';
import type { QuarantineEntry } from '../data/quarantine.ts';
import { useStrings } from '../i18n/strings.ts';
import css from './quarantine.module.css';
import { quarantineStrings } from './strings.ts';

export function HeldPhoto(props: { entry: Pick<QuarantineEntry, 'id'> }): JSX.Element {
  const t = useStrings(quarantineStrings);
  const [isMissing, setMissing] = createSignal(false);
  return (
    <Show when={!isMissing()} fallback={<p class={css.muted}>{t().photoMissing}</p>}>
      <img
        class={css.photo}
        src={`/api/quarantine/${props.entry.id}/photo`}
        alt={t().photo}
        onError={() => setMissing(true)}
      />
    </Show>
  );
}
