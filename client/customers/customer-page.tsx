// One customer: who it is, how it settles, whether it confirms results, and what it pays.
import { useParams } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { Customer } from '#schemas/customers/customer.ts';
import { EditForm } from '../app/edit-form.tsx';
import { useStrings } from '../i18n/strings.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordPage } from '../records/record-page.tsx';
import { useRecord, type Record } from '../records/record.ts';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { Stack } from '../ui/page.tsx';
import { BasicsCard, ContactsCard, SettlementCard, type CustomerForm } from './customer-cards.tsx';
import { RatesCard } from './rates-card.tsx';
import { customerStrings } from './strings.ts';

const list = '/customers';

export default function CustomerPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <OneCustomer id={id} />}
    </Show>
  );
}

function OneCustomer(props: { id: string }): JSX.Element {
  const t = useStrings(customerStrings);
  const record = useRecord('customers', props.id);
  return (
    <RecordPage record={record} list={list} listTitle={t().title} newTitle={t().create}>
      <OneForm record={record} />
    </RecordPage>
  );
}

const blank = {
  disabled: false,
  outletIds: [],
  needsConfirmation: false,
  settlement: { cycle: 'per-order' as const },
};

function OneForm(props: { record: Record<'customers'> }): JSX.Element {
  const t = useStrings(customerStrings);
  const { record } = props;
  const form: CustomerForm = useRecordForm({
    record,
    list,
    schema: Customer,
    initial: () => record.document() ?? { id: record.id, ...blank },
    problems: ({ settlement }) =>
      settlement?.cycle === 'monthly' && settlement.day === undefined
        ? { 'settlement.day': t().dayNeeded }
        : {},
  });
  return (
    <EditForm
      form={form}
      footer={
        <Show when={record.mayEdit}>
          <SaveBar form={form} />
        </Show>
      }
    >
      <Stack>
        <BasicsCard form={form} isNew={record.isNew} />
        <ContactsCard form={form} mayEdit={record.mayEdit} />
        <SettlementCard form={form} />
        <RatesCard form={form} stored={record.document()?.rateCards ?? []} mayEdit={record.mayEdit} />
      </Stack>
    </EditForm>
  );
}
