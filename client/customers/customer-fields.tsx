// The parts of a customer's form but its rates.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { For, Show, type JSX } from 'solid-js';
import type { Customer } from '#schemas/customers/customer.ts';
import { useReference } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions } from '../records/options.ts';
import { namedOption } from '../records/options.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import type { Form } from '../ui/form/form.ts';
import { MultiSelect } from '../ui/multi-select.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Stack, Wide } from '../ui/page.tsx';
import { PhoneField } from '../ui/plate-field.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import css from './customers.module.css';
import { customerStrings } from './strings.ts';

export type CustomerForm = Form<Customer>;

interface Props {
  form: CustomerForm;
}

export function CustomerBasics(props: Props & { isNew: boolean }): JSX.Element {
  const t = useStrings(customerStrings);
  const types = useCatalogOptions('customer-type');
  const outlets = useReference('outlets');
  const { form } = props;
  return (
    <FormGrid>
      <TextField {...form.text('name', t().name)} autofocus={props.isNew} />
      <TextField {...form.text('shortName', t().shortName)} />
      <Combobox {...form.value('typeId', t().type)} options={types()} />
      <MultiSelect
        {...form.list('outletIds', t().outlets)}
        options={outlets()
          .filter(({ disabled }) => !disabled)
          .map(namedOption)}
        placeholder={t().all}
      />
      <TextField {...form.text('contact.name', t().contact)} />
      <PhoneField {...form.text('contact.phone', t().phone)} />
      <Wide>
        <TextField {...form.text('address', t().address)} />
      </Wide>
      <Wide>
        <TextArea {...form.text('note', t().note)} rows={2} />
      </Wide>
    </FormGrid>
  );
}

export function AddContact(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const contacts = props.form.rows('contacts');
  return (
    <Button size="small" icon={Plus} onClick={() => contacts.add({ name: '' })}>
      {t().addContact}
    </Button>
  );
}

export function CustomerContacts(props: Props & { mayEdit: boolean }): JSX.Element {
  const t = useStrings(customerStrings);
  const { form } = props;
  const contacts = form.rows('contacts');
  return (
    <Stack gap="small">
      <For each={contacts.items()} fallback={<p class={css.quiet}>{t().noContacts}</p>}>
        {(_, index) => (
          <div class={css.contact}>
            <TextField {...form.text(`contacts.${index()}.name`, t().contactName)} />
            <PhoneField {...form.text(`contacts.${index()}.phone`, t().phone)} />
            <TextField {...form.text(`contacts.${index()}.duty`, t().duty)} />
            <Show when={props.mayEdit}>
              <IconButton
                icon={Trash}
                label={t().removeContact(index() + 1)}
                onClick={() => contacts.remove(index())}
              />
            </Show>
          </div>
        )}
      </For>
    </Stack>
  );
}

export function CustomerSettlement(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const methods = useCatalogOptions('settlement-method');
  const { form } = props;
  const isMonthly = () => form.values.settlement?.cycle === 'monthly';
  return (
    <FormGrid columns={3}>
      <Select
        {...form.value('settlement.cycle', t().settlement)}
        options={[
          { value: 'per-order' as const, label: t().cycles['per-order'] },
          { value: 'monthly' as const, label: t().cycles.monthly },
        ]}
      />
      <Show when={isMonthly()}>
        <NumberField
          {...form.value('settlement.day', t().day)}
          description={t().dayHint}
          required
          integer
          min={1}
          max={28}
        />
      </Show>
      <Combobox
        {...form.value('settlement.method', t().method)}
        options={methods()}
        placeholder={isMonthly() ? t().methodByCycle : t().methodLater}
        clearable
      />
      <TextField {...form.text('invoice.title', t().invoiceTitle)} />
      <TextField {...form.text('invoice.taxNumber', t().taxNumber)} />
    </FormGrid>
  );
}

export function CustomerConfirmation(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <Wide>
        <Switch {...form.check('needsConfirmation', t().needsConfirmation)} />
      </Wide>
      <Show when={form.values.needsConfirmation}>
        <NumberField
          {...form.value('confirmWithinHours', t().confirmWithin)}
          integer
          min={1}
          max={720}
          placeholder="24"
        />
      </Show>
    </FormGrid>
  );
}
