// The fields of one rate: those that nearly every contract names first, the others folded away.
import { Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions } from '../records/options.ts';
import { DateField } from '../ui/date-field.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { MultiSelect } from '../ui/multi-select.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Stack, Wide } from '../ui/page.tsx';
import { blankIsZero } from './blank-is-zero.ts';
import type { CustomerForm } from './customer-fields.tsx';
import css from './customers.module.css';
import { isForAll } from './for-the-rest.ts';
import { MoreCharges } from './more-charges.tsx';
import { customerStrings } from './strings.ts';

export interface RateFieldsProps {
  form: CustomerForm;
  index: number;
  /** Orders may have been priced with it: only its end may change. */
  isBegun: boolean;
}

export function RateFields(props: RateFieldsProps): JSX.Element {
  return (
    <Stack>
      <Validity {...props} />
      <fieldset class={css.bare} disabled={props.isBegun}>
        <Stack>
          <MainPrices {...props} />
          <MoreCharges {...props} />
        </Stack>
      </fieldset>
    </Stack>
  );
}

function Validity(props: RateFieldsProps): JSX.Element {
  const t = useStrings(customerStrings);
  const services = useCatalogOptions('service');
  const { form } = props;
  return (
    <FormGrid>
      <fieldset class={css.inGrid} disabled={props.isBegun}>
        <Wide>
          <MultiSelect
            {...form.list(`rateCards.${props.index}.serviceIds`, t().services)}
            options={services()}
            placeholder={isForAll(form.values.rateCards) ? t().allServices : t().otherServices}
          />
        </Wide>
        <DateField {...form.value(`rateCards.${props.index}.validFrom`, t().validFrom)} />
      </fieldset>
      <DateField {...form.value(`rateCards.${props.index}.validUntil`, t().validUntil)} />
    </FormGrid>
  );
}

function MainPrices(props: RateFieldsProps): JSX.Element {
  const t = useStrings(customerStrings);
  const { form } = props;
  return (
    <>
      <FormGrid>
        <MoneyField
          {...blankIsZero(form.value(`rateCards.${props.index}.startFen`, t().start))}
          placeholder="0.00"
          description={t().startHint}
        />
        <NumberField
          {...blankIsZero(form.value(`rateCards.${props.index}.includedKm`, t().includedKm))}
          placeholder="0"
          description={t().includedKmHint}
          min={0}
          unit={t().km}
        />
        <MoneyField
          {...blankIsZero(form.value(`rateCards.${props.index}.kmFen.tow`, t().towKm))}
          placeholder="0.00"
          description={t().towKmHint}
        />
        <MoneyField
          {...blankIsZero(form.value(`rateCards.${props.index}.emptyRunFen`, t().emptyRun))}
          placeholder="0.00"
          description={t().emptyRunHint}
        />
      </FormGrid>
      <Show when={!props.isBegun}>
        <p class={css.quiet}>{t().emptyIsFree}</p>
      </Show>
    </>
  );
}
