// 合同價: what a customer pays for each service, by validity.
import Plus from 'lucide-solid/icons/plus';
import { For, onMount, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import type { CustomerForm } from './customer-fields.tsx';
import css from './customers.module.css';
import { isForAll } from './for-the-rest.ts';
import { RateFields } from './rate-fields.tsx';
import { RateSummary } from './rate-summary.tsx';
import type { Rates } from './rates-model.ts';
import { customerStrings } from './strings.ts';

interface Props {
  form: CustomerForm;
  rates: Rates;
  mayEdit: boolean;
}

export function AddRate(props: Pick<Props, 'rates'>): JSX.Element {
  const t = useStrings(customerStrings);
  return (
    <Button size="small" icon={Plus} onClick={() => props.rates.add()}>
      {t().addRate}
    </Button>
  );
}

export function CustomerRates(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  return (
    <>
      <Show when={props.form.error('rateCards')}>
        {(error) => (
          <p class={css.wrong} role="alert">
            {error()}
          </p>
        )}
      </Show>
      <For each={props.rates.order()} fallback={<p class={css.quiet}>{t().noRates}</p>}>
        {(index) => <RateRow {...props} index={index} />}
      </For>
    </>
  );
}

function RateRow(props: Props & { index: number }): JSX.Element {
  const t = useStrings(customerStrings);
  const card = () => props.form.values.rateCards?.[props.index];
  const isOpen = () => props.rates.openIndex() === props.index;
  let row!: HTMLDetailsElement;
  onMount(() => {
    if (!props.rates.isFresh(props.index)) return;
    row.scrollIntoView({ block: 'start' });
    row.querySelector('input')?.focus({ preventScroll: true });
  });
  return (
    <details ref={row} class={css.rate} open={isOpen()} aria-label={t().rateNumber(props.index + 1)}>
      <Show when={card()}>
        {(found) => (
          <RateSummary
            card={found()}
            isForAll={isForAll(props.form.values.rateCards)}
            isSaved={props.rates.isSaved(props.index)}
            isOpen={isOpen()}
            onToggle={() => props.rates.toggle(props.index)}
          />
        )}
      </Show>
      <Show when={isOpen()}>
        <div class={css.rateBody}>
          <RateFields form={props.form} index={props.index} isBegun={props.rates.isBegun(props.index)} />
          <Show when={props.mayEdit}>
            <RateActions {...props} />
          </Show>
        </div>
      </Show>
    </details>
  );
}

function RateActions(props: { rates: Rates; index: number }): JSX.Element {
  const t = useStrings(customerStrings);
  return (
    <div class={css.rateActions}>
      <Button size="small" onClick={() => props.rates.follow(props.index)}>
        {t().newVersion}
      </Button>
      <Button
        size="small"
        disabledReason={props.rates.isBegun(props.index) ? t().begunStays : undefined}
        onClick={() => props.rates.remove(props.index)}
      >
        {t().removeRate}
      </Button>
    </div>
  );
}
