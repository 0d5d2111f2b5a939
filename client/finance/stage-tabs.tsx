// The stages as a row of choices over the list.
import { For, type JSX } from 'solid-js';
import { financeStages, type FinanceStage } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { financeStrings } from './strings.ts';
import css from './finance.module.css';

export function StageTabs(props: {
  stage: FinanceStage;
  onChange: (stage: FinanceStage) => void;
}): JSX.Element {
  const t = useStrings(financeStrings);
  return (
    <div class={css.stages} role="group" aria-label={t().stages}>
      <For each={financeStages}>
        {(stage) => (
          <Button
            variant={props.stage === stage ? 'primary' : 'ghost'}
            aria-pressed={props.stage === stage}
            onClick={() => props.onChange(stage)}
          >
            {t().stage[stage]}
          </Button>
        )}
      </For>
    </div>
  );
}
