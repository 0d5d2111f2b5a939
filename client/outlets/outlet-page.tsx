// One outlet: what it is called, where it is, how it is reached, and from where its call system may speak.
import type { JSX } from 'solid-js';
import { EditedOutlet } from '#schemas/outlets/outlet.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordGate } from '../records/record-gate.tsx';
import { RecordPage } from '../records/record-page.tsx';
import type { Record } from '../records/record.ts';
import type { RecordSection } from '../ui/record-page.tsx';
import { OutletBasics, OutletCallSystem, OutletPosition, type OutletForm } from './outlet-fields.tsx';
import { outletStrings } from './strings.ts';

const list = '/outlets';

export default function OutletPage(): JSX.Element {
  return (
    <RecordGate collection="outlets" list={list}>
      {(record) => <OneOutlet record={record} />}
    </RecordGate>
  );
}

function OneOutlet(props: { record: Record<'outlets'> }): JSX.Element {
  const t = useStrings(outletStrings);
  const record = useOwn(props.record);
  const form: OutletForm = useRecordForm({
    record,
    list,
    schema: EditedOutlet,
    initial: () => record.document() ?? { id: record.id, disabled: false, callSystemAddresses: [] },
  });
  const sections = useSections(record, form);
  return (
    <RecordPage
      record={record}
      form={form}
      list={{ href: list, label: t().title }}
      newTitle={t().create}
      sections={sections()}
    />
  );
}

/** An outlet is edited by its own people, or by whoever sees every outlet, who alone adds one. */
function useOwn(record: Record<'outlets'>): Record<'outlets'> {
  const t = useStrings(outletStrings);
  const isOwn = seesOutlet(useActor(), record.id);
  const locked = record.isNew ? t().addedByAll : t().lockedByOutlet;
  return {
    ...record,
    mayEdit: record.mayEdit && isOwn,
    mayDelete: record.mayDelete && isOwn,
    whyNotEdit: record.mayEdit && !isOwn ? locked : undefined,
  };
}

function useSections(record: Record<'outlets'>, form: OutletForm): () => RecordSection[] {
  const t = useStrings(outletStrings);
  const actor = useActor();
  return () => [
    {
      id: 'basics',
      label: t().basics,
      content: () => <OutletBasics form={form} isNew={record.isNew} />,
    },
    {
      id: 'position',
      label: t().position,
      content: () => <OutletPosition form={form} id={record.id} mayEdit={record.mayEdit} />,
    },
    // Nobody else is shown the addresses.
    ...(mayEdit(actor, 'outlets')
      ? [{ id: 'call-system', label: t().callSystem, content: () => <OutletCallSystem form={form} /> }]
      : []),
  ];
}
