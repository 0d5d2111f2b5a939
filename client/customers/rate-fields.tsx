// The fields of one rate.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { MultiSelect } from '../ui/multi-select.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Stack, Wide } from '../ui/page.tsx';
import { PercentField } from '../ui/percent-field.tsx';
import { Select } from '../ui/select.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { useCatalogOptions } from '../records/options.ts';
import type { CustomerForm } from './customer-fields.tsx';
import css from './customers.module.css';
import { customerStrings } from './strings.ts';

interface Props {
  form: CustomerForm;
  index: number;
  /** Orders may have been priced with it: only its end may change. */
  isBegun: boolean;
}

export function RateFields(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  return (
    <Stack>
      <fieldset class={css.bare} disabled={props.isBegun}>
        <Stack>
          <Validity {...props} />
          <Prices {...props} />
          <Surcharges {...props} />
          <Extras {...props} />
        </Stack>
      </fieldset>
      <FormGrid>
        <DateField {...props.form.value(`rateCards.${props.index}.validUntil`, t().validUntil)} />
      </FormGrid>
    </Stack>
  );
}

function Validity(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const services = useCatalogOptions('service');
  const { form } = props;
  return (
    <FormGrid>
      <Wide>
        <MultiSelect
          {...form.list(`rateCards.${props.index}.serviceIds`, t().services)}
          options={services()}
          placeholder={t().otherServices}
        />
      </Wide>
      <DateField {...form.value(`rateCards.${props.index}.validFrom`, t().validFrom)} />
      <Select
        {...form.value(`rateCards.${props.index}.tolls`, t().tolls)}
        options={[
          { value: 'at-cost' as const, label: t().tollKinds['at-cost'] },
          { value: 'included' as const, label: t().tollKinds.included },
        ]}
      />
    </FormGrid>
  );
}

function Prices(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <MoneyField {...form.value(`rateCards.${props.index}.startFen`, t().start)} />
      <NumberField
        {...form.value(`rateCards.${props.index}.includedKm`, t().includedKm)}
        min={0}
        unit={t().km}
      />
      <MoneyField {...form.value(`rateCards.${props.index}.emptyRunFen`, t().emptyRun)} />
      <MoneyField {...form.value(`rateCards.${props.index}.kmFen.tow`, t().towKm)} />
      <MoneyField {...form.value(`rateCards.${props.index}.kmFen.out`, t().outKm)} />
      <MoneyField {...form.value(`rateCards.${props.index}.kmFen.back`, t().backKm)} />
      <MoneyField {...form.value(`rateCards.${props.index}.kmFen.empty`, t().emptyKm)} />
      <MoneyField {...form.value(`rateCards.${props.index}.minimumFen`, t().minimum)} />
      <MoneyField {...form.value(`rateCards.${props.index}.maximumFen`, t().maximum)} />
    </FormGrid>
  );
}

function Surcharges(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <PercentField {...form.value(`rateCards.${props.index}.night.percent`, t().nightPercent)} />
      <TimeField {...form.value(`rateCards.${props.index}.night.from`, t().nightFrom)} placeholder="22:00" />
      <TimeField {...form.value(`rateCards.${props.index}.night.to`, t().nightTo)} placeholder="06:00" />
      <PercentField {...form.value(`rateCards.${props.index}.holidayPercent`, t().holidayPercent)} />
      <MoneyField {...form.value(`rateCards.${props.index}.waiting.hourFen`, t().waitingHour)} />
      <NumberField
        {...form.value(`rateCards.${props.index}.waiting.freeMinutes`, t().waitingFree)}
        integer
        min={0}
        unit={t().minutes}
      />
    </FormGrid>
  );
}

function Extras(props: Props): JSX.Element {
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
