// 核單 → 核價 → 入賬: which of them are done, by whom and when, and which is next.
import Check from 'lucide-solid/icons/check';
import { For, Show, type JSX } from 'solid-js';
import { decidedStages, placeOf, standingOf, type DecidedStage } from '#schemas/finance/standing.ts';
import type { Order } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Time } from '../ui/formatting.tsx';
import css from './stage-steps.module.css';
import { financeStrings } from './strings.ts';

export function StageSteps(props: { order: Order }): JSX.Element {
  const t = useStrings(financeStrings);
  const standing = () => standingOf(props.order);
  return (
    <ol class={css.steps} aria-label={t().stageColumn}>
      <For each={decidedStages}>
        {(stage) => {
          const isNext = () => placeOf(stage) === placeOf(props.order.finance.stage) + 1;
          return (
            <li class={css.step} aria-current={isNext() ? 'step' : undefined}>
              <span class={css.name}>
                <Show when={standing()[stage]}>
                  <Check size={16} aria-hidden="true" />
                </Show>
                {t().step[stage]}
              </span>
              <Said order={props.order} stage={stage} />
            </li>
          );
        }}
      </For>
    </ol>
  );
}

function Said(props: { order: Order; stage: DecidedStage }): JSX.Element {
  const t = useStrings(financeStrings);
  const names = useNames();
  const entry = () => standingOf(props.order)[props.stage];
  return (
    <span class={css.said}>
      <Show when={entry()} fallback={t().notYet}>
        {(known) => (
          <>
            {names.staff(known().by)} <Time iso={known().recordedAt} />
          </>
        )}
      </Show>
    </span>
  );
}
