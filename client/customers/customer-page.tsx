// One customer: who it is, how it settles, whether it confirms results, and what it pays.
import type { JSX } from 'solid-js';
import { Customer } from '#schemas/customers/customer.ts';
import { useStrings } from '../i18n/strings.ts';
import { useCopy } from '../records/copy.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordGate } from '../records/record-gate.tsx';
import { RecordPage } from '../records/record-page.tsx';
import type { Record } from '../records/record.ts';
import type { RecordSection } from '../ui/record-page.tsx';
import {
  AddContact,
  CustomerBasics,
  CustomerConfirmation,
  CustomerContacts,
  CustomerSettlement,
  type CustomerForm,
} from './customer-fields.tsx';
import { AddRate, CustomerRates } from './rates.tsx';
import { createRates } from './rates-model.ts';
import { AddTarget, CustomerTargets } from './target-fields.tsx';
import { customerStrings } from './strings.ts';

const list = '/customers';

export default function CustomerPage(): JSX.Element {
  return (
    <RecordGate collection="customers" list={list}>
      {(record) => <OneCustomer record={record} />}
    </RecordGate>
  );
}

const blank = {
  disabled: false,
  outletIds: [],
  needsConfirmation: false,
  settlement: { cycle: 'per-order' as const },
};

function OneCustomer(props: { record: Record<'customers'> }): JSX.Element {
  const t = useStrings(customerStrings);
  const { record } = props;
  const copy = useCopy(record, ({ name: _, ...customer }) => customer);
  const form: CustomerForm = useRecordForm({
    record,
    list,
    schema: Customer,
    initial: () => record.document() ?? { id: record.id, ...blank, ...copy() },
    problems: ({ settlement }) =>
      settlement?.cycle === 'monthly' && settlement.day === undefined
        ? { 'settlement.day': t().dayNeeded }
        : {},
  });
  const sections = useSections(record, form);
  return (
    <RecordPage
      record={record}
      form={form}
      list={{ href: list, label: t().title }}
      newTitle={t().create}
      copyHref={`${list}/new?from=${record.id}`}
      sections={sections()}
    />
  );
}

function useSections(record: Record<'customers'>, form: CustomerForm): () => RecordSection[] {
  const t = useStrings(customerStrings);
  const rates = createRates(form, () => record.document()?.rateCards ?? []);
  return () => [
    {
      id: 'basics',
      label: t().basics,
      content: () => <CustomerBasics form={form} isNew={record.isNew} />,
    },
    {
      id: 'contacts',
      label: t().contacts,
      content: () => <CustomerContacts form={form} mayEdit={record.mayEdit} />,
      actions: () => <AddContact form={form} />,
    },
    {
      id: 'settlement',
      label: t().settlementAndInvoice,
      content: () => <CustomerSettlement form={form} />,
    },
    {
      id: 'confirmation',
      label: t().confirmation,
      content: () => <CustomerConfirmation form={form} />,
    },
    {
      id: 'targets',
      label: t().targets,
      hint: t().targetsHint,
      content: () => <CustomerTargets form={form} mayEdit={record.mayEdit} />,
      actions: () => <AddTarget form={form} />,
    },
    {
      id: 'rates',
      label: t().rates,
      hint: t().ratesHint,
      content: () => <CustomerRates form={form} rates={rates} mayEdit={record.mayEdit} />,
      actions: () => <AddRate rates={rates} />,
    },
  ];
}
