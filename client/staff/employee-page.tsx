// One employee: who it is, what he does where and when, and what he may drive.
import { useParams, useSearchParams } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { Staff } from '#schemas/staff/staff.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { EditForm } from '../app/edit-form.tsx';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordPage } from '../records/record-page.tsx';
import { useRecordForm } from '../records/record-form.ts';
import { useRecord, type Record } from '../records/record.ts';
import { valueStrings } from '../sync/value-strings.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { Stack } from '../ui/page.tsx';
import { AddLicence, EmployeeLicences, LicenceWarnings } from './employee-licences.tsx';
import { EmployeeBasics, EmployeeHours, EmployeePosition, type EmployeeForm } from './employee-fields.tsx';
import { employeeStrings } from './employee-strings.ts';
import { employmentTones } from './staff-columns.tsx';
import { useReach } from './reach.ts';

const list = '/staff';

export default function EmployeePage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const [search] = useSearchParams<{ role?: string }>();
  return (
    <Show when={`${params.id} ${search.role ?? ''}`} keyed>
      <OneEmployee id={params.id} role={search.role} />
    </Show>
  );
}

function OneEmployee(props: { id: string; role: string | undefined }): JSX.Element {
  const t = useStrings(employeeStrings);
  const values = useStrings(valueStrings);
  const record = useEmployee(props.id);
  return (
    <RecordPage
      record={record}
      list={list}
      listTitle={t().title}
      newTitle={t().create}
      badges={
        <Show when={record.document()}>
          {(person) => (
            <StatusBadge tone={employmentTones[person().employment]}>
              {values().employment[person().employment]}
            </StatusBadge>
          )}
        </Show>
      }
    >
      <OneForm record={record} role={props.role} />
    </RecordPage>
  );
}

function OneForm(props: { record: Record<'staff'>; role: string | undefined }): JSX.Element {
  const t = useStrings(employeeStrings);
  const actor = useActor();
  const { record } = props;
  const form: EmployeeForm = useRecordForm({
    record,
    list,
    schema: Staff,
    initial: () => record.document() ?? { id: record.id, ...blankFor(actor, props.role) },
    problems: ({ outletIds = [] }) =>
      outletIds.length === 0 && !may(actor, 'outlets.all') ? { outletIds: t().outletNeeded } : {},
    patternHints: () => ({ username: t().usernameHint, extension: t().extensionFaulty }),
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
        <LicenceWarnings person={record.document()} />
        <Card title={t().basics}>
          <EmployeeBasics form={form} isNew={record.isNew} />
        </Card>
        <Card title={t().position}>
          <EmployeePosition form={form} />
        </Card>
        <Card title={t().employmentAndHours}>
          <EmployeeHours form={form} />
        </Card>
        <Card title={t().licences} actions={<AddLicence form={form} mayEdit={record.mayEdit} />}>
          <EmployeeLicences form={form} mayEdit={record.mayEdit} />
        </Card>
      </Stack>
    </EditForm>
  );
}

/** Whoever works for one outlet takes people on for that one. */
function blankFor({ outletIds }: Actor, role: string | undefined) {
  return {
    ...{ disabled: false, employment: 'employed' as const, hours: { from: '08:00', to: '18:00' } },
    roleIds: role === undefined ? [] : [role],
    outletIds: outletIds.length === 1 ? [...outletIds] : [],
  };
}

/** It may be edited by whoever may edit employees, unless it is beyond his reach. */
function useEmployee(given: string) {
  const record = useRecord('staff', given);
  const whyNot = useReach(record.document);
  return {
    ...record,
    get mayEdit() {
      return record.mayEdit && whyNot() === undefined;
    },
  };
}
