// Under the heading of the lines: that they were worked out, and from which kilometres.
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, Show, type JSX } from 'solid-js';
import { legs } from '#schemas/finance/pricing/work.ts';
import { useStrings } from '../i18n/strings.ts';
import css from './finance.module.css';
import type { Proposal } from './proposal.ts';
import { financeStrings } from './strings.ts';

export function ProposalNote(props: { known: Proposal }): JSX.Element {
  const t = useStrings(financeStrings);
  const driven = () => legs.filter((leg) => props.known.work.km[leg] > 0);
  const text = (leg: (typeof legs)[number]) =>
    t().legKm(t().legs[leg], props.known.work.km[leg], t().kmFrom[props.known.sources[leg]]);
  const approximate = () => props.known.approximate.map((leg) => t().legs[leg]).join(t().listSeparator);
  return (
    <div class={css.muted}>
      <p class={css.note}>{t().proposed}</p>
      <ul class={css.legs}>
        <For each={driven()}>{(leg) => <li>{text(leg)}</li>}</For>
      </ul>
      <Show when={approximate()}>
        {(which) => (
          <p class={css.warning}>
            <TriangleAlert size={14} aria-hidden="true" />
            {t().approximateKm(which())}
          </p>
        )}
      </Show>
    </div>
  );
}
