// What few contracts name: folded away, and open where something stands in it or is wrong with it.
import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createMemo, createSignal, For, Show, untrack, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions } from '../records/options.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Stack } from '../ui/page.tsx';
import { PercentField } from '../ui/percent-field.tsx';
import { Select } from '../ui/select.tsx';
import { TimeField } from '../ui/time-field.tsx';
import css from './customers.module.css';
import { createMoreFields, type MoreFields } from './more-fields.ts';
import type { RateFieldsProps } from './rate-fields.tsx';
import { customerStrings } from './strings.ts';

export function MoreCharges(props: RateFieldsProps): JSX.Element {
  const t = useStrings(customerStrings);
  const fields = createMemo(() => createMoreFields(props.form, props.index, t()));
  const [isUnfolded, setUnfolded] = createSignal(untrack(() => fields().filled()) > 0);
  const isOpen = () => isUnfolded() || fields().isMarked();
  const toggle = (event: Event): void => {
    event.preventDefault();
    setUnfolded(!isOpen());
  };
  return (
    <details class={css.more} open={isOpen()}>
      <summary class={css.moreHead} onClick={toggle}>
        <Dynamic component={isOpen() ? ChevronDown : ChevronRight} size={16} aria-hidden="true" />
        {t().moreCharges}
        <span class={css.quiet}>{fields().filled() > 0 ? t().filled(fields().filled()) : t().moreHint}</span>
      </summary>
      <Stack>
        <Kilometres fields={fields()} />
        <Surcharges fields={fields()} />
        <Limits fields={fields()} />
        <Extras {...props} />
      </Stack>
    </details>
  );
}

function Kilometres(props: { fields: MoreFields }): JSX.Element {
  const t = useStrings(customerStrings);
  return (
    <FormGrid columns={3}>
      <MoneyField {...props.fields.outKm} placeholder="0.00" description={t().outKmHint} />
      <MoneyField {...props.fields.backKm} placeholder="0.00" description={t().backKmHint} />
      <MoneyField {...props.fields.emptyKm} placeholder="0.00" description={t().emptyKmHint} />
    </FormGrid>
  );
}

function Surcharges(props: { fields: MoreFields }): JSX.Element {
  const t = useStrings(customerStrings);
  return (
    <FormGrid columns={3}>
      <PercentField {...props.fields.nightPercent} description={t().nightHint} />
      <TimeField {...props.fields.nightFrom} placeholder="22:00" />
      <TimeField {...props.fields.nightTo} placeholder="06:00" />
      <PercentField {...props.fields.holidayPercent} />
      <MoneyField {...props.fields.waitingHour} description={t().waitingHint} />
      <NumberField {...props.fields.waitingFree} integer min={0} unit={t().minutes} />
    </FormGrid>
  );
}

function Limits(props: { fields: MoreFields }): JSX.Element {
  const t = useStrings(customerStrings);
  return (
    <FormGrid columns={3}>
      <MoneyField {...props.fields.minimum} description={t().minimumHint} />
      <MoneyField {...props.fields.maximum} description={t().maximumHint} />
      <Select
        {...props.fields.tolls}
        options={[
          { value: 'at-cost' as const, label: t().tollKinds['at-cost'] },
          { value: 'included' as const, label: t().tollKinds.included },
        ]}
      />
    </FormGrid>
  );
}

function Extras(props: RateFieldsProps): JSX.Element {
  const t = useStrings(customerStrings);
  const items = useCatalogOptions('price-item');
  const { form } = props;
  const extras = form.rows(`rateCards.${props.index}.extras`);
  return (
    <div class={css.extras}>
      <For each={extras.items()}>
        {(_, place) => (
          <div class={css.extra}>
            <Combobox
              {...form.value(`rateCards.${props.index}.extras.${place()}.itemId`, t().priceItem)}
              options={items()}
            />
            <MoneyField
              {...form.value(`rateCards.${props.index}.extras.${place()}.unitFen`, t().unitPrice)}
            />
            <IconButton
              icon={Trash}
              label={t().removeExtra(place() + 1)}
              onClick={() => extras.remove(place())}
            />
          </div>
        )}
      </For>
      <Show when={!props.isBegun}>
        <Button
          size="small"
          variant="ghost"
          icon={Plus}
          onClick={() => extras.add({ itemId: '', unitFen: 0 })}
        >
          {t().addExtra}
        </Button>
      </Show>
    </div>
  );
}
