// What the charge of an empty run rests on, in one line; what is missing is said.
import { For, Show, type JSX } from 'solid-js';
import { emptyRunProof } from '#schemas/finance/empty-run.ts';
import type { Order } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { useFormat } from '../ui/formatting.tsx';
import css from './stage-values.module.css';
import { financeStrings } from './strings.ts';

export function EmptyRunProof(props: { order: Order }): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const proof = () => emptyRunProof(props.order);
  const facts = (): string[] => {
    const { departedAt, arrivedAt, endedAt, minutes, km, photos = 0 } = proof() ?? {};
    const { emptyRun } = t();
    return [
      departedAt && emptyRun.departed(format.short(departedAt)),
      arrivedAt && emptyRun.arrived(format.short(arrivedAt)),
      endedAt && emptyRun.ended(format.short(endedAt)),
      minutes !== undefined && emptyRun.minutes(minutes),
      km !== undefined && emptyRun.km(km),
      photos > 0 && emptyRun.photos(photos),
    ].flatMap((fact) => fact || []);
  };
  const missing = (): string | undefined => {
    const { departedAt, km, photos = 0 } = proof() ?? {};
    const { listSeparator, emptyRun } = t();
    const names = [
      !departedAt && emptyRun.noDeparture,
      km === undefined && emptyRun.noTrack,
      photos === 0 && emptyRun.noPhoto,
    ].flatMap((name) => name || []);
    return names.length > 0 ? emptyRun.missing(names.join(listSeparator)) : undefined;
  };
  return (
    <Show when={proof()}>
      <div class={css.kilometres}>
        <span class={css.name}>{t().emptyRun.title}</span>
        <ul>
          <For each={facts()}>{(fact) => <li>{fact}</li>}</For>
        </ul>
        <Show when={missing()}>{(text) => <StatusBadge tone="warning">{text()}</StatusBadge>}</Show>
      </div>
    </Show>
  );
}
