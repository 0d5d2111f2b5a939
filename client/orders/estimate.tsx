// What the rescue will cost by the customer's rates, while the order is being taken: for the caller who asks.
import { For, Show, type JSX } from 'solid-js';
import { totalFen } from '#schemas/core/money.ts';
import { LineReason } from '../finance/line-reason.tsx';
import { useProposal, type Priceable } from '../finance/proposal.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { detailsOf, type Draft } from './draft.ts';
import css from './estimate.module.css';
import { formStrings } from './form-strings.ts';
import { useNames } from './names.ts';

export function Estimate(props: { draft: Draft }): JSX.Element {
  const t = useStrings(formStrings);
  const format = useFormat();
  const names = useNames();
  const proposal = useProposal(() => priceable(props.draft, format.now()));
  return (
    <Show when={proposal()?.lines}>
      {(lines) => (
        <div class={css.estimate}>
          <span class={css.label}>{t().estimate}</span>
          <output class={css.total} aria-label={t().estimate}>
            {format.money(totalFen(lines()))}
          </output>
          <ul class={css.lines}>
            <For each={lines()}>
              {(line) => (
                <li>
                  <span>{`${names.catalog(line.item)} ${format.money(line.amountFen)}`}</span>
                  <LineReason reason={line.reason} />
                </li>
              )}
            </For>
          </ul>
        </div>
      )}
    </Show>
  );
}

/** Nothing before it is known who pays for what, and where. */
function priceable(draft: Draft, now: string): Priceable | undefined {
  const { customerId, serviceId, outletId, pickup, destination } = detailsOf(draft);
  if (!customerId || !serviceId || !pickup || Number.isNaN(pickup.lng)) return undefined;
  const isPlaced = destination && !Number.isNaN(destination.lng);
  return {
    ...{ customerId, serviceId, outletId: outletId ?? '', pickup, timeline: [] },
    ...(isPlaced && { destination }),
    createdAt: draft.scheduledAt ?? now,
  };
}
