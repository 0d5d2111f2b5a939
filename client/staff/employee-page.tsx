// One employee: who it is, what he does where and when, and what he may drive.
import { useSearchParams } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { seeAllOutlets } from '#schemas/staff/actor.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { useOnlyOutlet } from '../records/options.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordGate } from '../records/record-gate.tsx';
import { RecordPage } from '../records/record-page.tsx';
import type { Record } from '../records/record.ts';
import { valueStrings } from '../sync/value-strings.ts';
import { StatusBadge } from '../ui/badge.tsx';
import type { RecordSection } from '../ui/record-page.tsx';
import { accountStrings } from './account-strings.ts';
import { EmployeeAccount } from './employee-account.tsx';
import { EmployeeBasics, EmployeeHours, EmployeePosition } from './employee-fields.tsx';
import { EmployeeDraft, type EmployeeForm } from './employee-form.ts';
import { AddLicence, EmployeeLicences, LicenceWarnings } from './employee-licences.tsx';
import { EmployeePrivate, mayReadPrivate } from './employee-private.tsx';
import { employeeStrings } from './employee-strings.ts';
import css from './employee.module.css';
import { FirstPasswordFields } from './first-password-fields.tsx';
import { useFirstPassword } from './first-password.ts';
import { usePasswordProblem } from './new-password-field.tsx';
import { privateStrings } from './private-strings.ts';
import { useReach } from './reach.ts';
import { employmentTones } from './staff-columns.tsx';

const list = '/staff';

/** `/staff/new?role=id` takes somebody on for a role. */
export default function EmployeePage(): JSX.Element {
  const [search] = useSearchParams<{ role?: string }>();
  return (
    <RecordGate collection="staff" list={list}>
      {(record) => (
        <Show when={search.role ?? 'any'} keyed>
          <OneEmployee record={record} role={search.role} />
        </Show>
      )}
    </RecordGate>
  );
}

function OneEmployee(props: { record: Record<'staff'>; role: string | undefined }): JSX.Element {
  const t = useStrings(employeeStrings);
  const actor = useActor();
  const record = useReachable(props.record);
  const setFirstPassword = useFirstPassword();
  const codeText = useCodeText();
  const problemIn = usePasswordProblem();
  const roles = useReference('roles');
  const whyOutlet = ({ roleIds, employment }: Pick<Staff, 'roleIds' | 'employment'>) => {
    if (!may(actor, 'outlets.all')) return t().outletNeeded;
    if (roleIds.length === 0) return undefined;
    const isBlind = employment !== 'left' && !seeAllOutlets(roleIds, roles());
    return isBlind ? t().outletNeededByRole : undefined;
  };
  const onlyOutlet = useOnlyOutlet();
  const form: EmployeeForm = useRecordForm({
    record,
    list,
    schema: EmployeeDraft,
    secret: ['password'],
    apart: ['password', 'mustChange'],
    initial: () => record.document() ?? { id: record.id, ...blankFor(actor, props.role, onlyOutlet()) },
    problems: ({ outletIds = [], roleIds = [], employment = 'employed', password, username = '' }) => ({
      roleIds: roleIds.length > 0 || employment === 'left' ? undefined : codeText('role-missing'),
      outletIds: outletIds.length > 0 ? undefined : whyOutlet({ roleIds, employment }),
      password: password ? problemIn(password, { username }) : undefined,
    }),
    finish: ({ password: _password, mustChange: _mustChange, ...person }) => person,
    saved: ({ password, mustChange = false, ...person }) => {
      if (password) setFirstPassword(person, { password, mustChange });
    },
    patternHints: () => ({ username: t().usernameHint, extension: t().extensionFaulty }),
  });
  const sections = useSections(record, form);
  return (
    <RecordPage
      record={record}
      form={form}
      list={{ href: list, label: t().title }}
      newTitle={t().create}
      badges={<Employment record={record} />}
      banner={<LicenceWarnings person={record.document()} />}
      sections={sections()}
    />
  );
}

function useSections(record: Record<'staff'>, form: EmployeeForm): () => RecordSection[] {
  const t = useStrings(employeeStrings);
  const account = useStrings(accountStrings);
  const secret = useStrings(privateStrings);
  const actor = useActor();
  const privateSection = (): RecordSection => ({
    ...{ id: 'private', label: secret().title, hint: secret().hint },
    content: () => <Private record={record} />,
  });
  return () => [
    {
      id: 'basics',
      label: t().basics,
      content: () => <EmployeeBasics form={form} isNew={record.isNew} />,
    },
    { id: 'position', label: t().position, content: () => <EmployeePosition form={form} /> },
    {
      id: 'account',
      label: account().account,
      hint: account().accountHint,
      content: () => <Account record={record} form={form} />,
    },
    { id: 'hours', label: t().employmentAndHours, content: () => <EmployeeHours form={form} /> },
    {
      id: 'licences',
      label: t().licences,
      content: () => <EmployeeLicences form={form} mayEdit={record.mayEdit} />,
      actions: () => <AddLicence form={form} mayEdit={record.mayEdit} />,
    },
    ...(mayReadPrivate(actor, record.id) ? [privateSection()] : []),
  ];
}

function Account(props: { record: Record<'staff'>; form: EmployeeForm }): JSX.Element {
  return (
    <Show when={props.record.document()} fallback={<FirstPasswordFields form={props.form} />}>
      {(person) => <EmployeeAccount person={person()} mayEdit={props.record.mayEdit} />}
    </Show>
  );
}

function Private(props: { record: Record<'staff'> }): JSX.Element {
  const t = useStrings(privateStrings);
  const actor = useActor();
  const mayEdit = () => props.record.mayEdit && may(actor, 'staff.sensitive');
  return (
    <Show when={props.record.document()} fallback={<p class={css.quiet}>{t().saveFirst}</p>}>
      {(person) => <EmployeePrivate person={person()} mayEdit={mayEdit()} />}
    </Show>
  );
}

function Employment(props: { record: Record<'staff'> }): JSX.Element {
  const values = useStrings(valueStrings);
  return (
    <Show when={props.record.document()?.employment}>
      {(employment) => (
        <StatusBadge tone={employmentTones[employment()]}>{values().employment[employment()]}</StatusBadge>
      )}
    </Show>
  );
}

/** Whoever works for one outlet, or in a company that has but one, takes people on for that one. */
function blankFor({ outletIds }: Actor, role: string | undefined, only: string | undefined) {
  return {
    ...{
      disabled: false,
      mustChange: true,
      employment: 'employed' as const,
      hours: { from: '08:00', to: '18:00' },
    },
    roleIds: role === undefined ? [] : [role],
    outletIds: outletIds.length === 1 ? [...outletIds] : [only].flatMap((id) => id ?? []),
  };
}

/** It may be edited by whoever may edit employees, unless it is beyond his reach. */
function useReachable(record: Record<'staff'>): Record<'staff'> {
  const whyNot = useReach(record.document);
  return {
    ...record,
    get mayEdit() {
      return record.mayEdit && whyNot() === undefined;
    },
    get whyNotEdit() {
      return record.mayEdit ? whyNot() : undefined;
    },
  };
}
