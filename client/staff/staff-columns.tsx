// The columns of the list of employees.
import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js';
import { licencesDue, licencesOf } from '#schemas/staff/licence-expiry.ts';
import { seeAllOutlets } from '#schemas/staff/actor.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { useToday } from '../records/today.ts';
import { RecordState, UnsentMark } from '../records/state-column.tsx';
import { valueStrings } from '../sync/value-strings.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { employeeStrings } from './employee-strings.ts';
import { LicenceBadge, shortClass } from './licence-badge.tsx';

export const employmentTones: Readonly<Record<Staff['employment'], Tone>> = {
  employed: 'success',
  'on-leave': 'warning',
  left: 'neutral',
};

export function useStaffColumns(): Accessor<readonly Column<Staff>[]> {
  const t = useStrings(employeeStrings);
  const values = useStrings(valueStrings);
  const names = useStaffNames();
  const format = useFormat();
  const today = useToday();
  const licences = (person: Staff) => licencesOf(person, today());
  const licenceText = (person: Staff) =>
    licences(person)
      .map((one) => `${shortClass(one.class, t().classes[one.class])} ${one.expiresOn}`)
      .join(t().listSeparator);
  return createMemo((): readonly Column<Staff>[] => [
    { id: 'name', header: t().name, value: ({ name }) => name, sort: true, width: 110 },
    {
      id: 'jobNumber',
      header: t().jobNumber,
      value: ({ jobNumber }) => jobNumber,
      sort: true,
      width: 100,
      roomy: true,
    },
    { id: 'username', header: t().username, value: ({ username }) => username, sort: true, width: 110 },
    { id: 'roles', header: t().roles, value: names.roles, sort: true, width: 130, grow: true },
    { id: 'outlets', header: t().outlets, value: names.outlets, sort: true, width: 140, grow: true },
    {
      id: 'phone',
      header: t().phone,
      value: ({ phone }) => phone,
      cell: ({ phone }) => (phone ? format.phone(phone) : ''),
      width: 130,
    },
    { id: 'extension', header: t().extension, value: ({ extension }) => extension, sort: true, width: 94 },
    {
      id: 'employment',
      header: t().employment,
      value: ({ employment }) => values().employment[employment],
      cell: (person) => <EmploymentCell person={person} />,
      sort: true,
      width: 110,
    },
    {
      id: 'licences',
      header: t().licence,
      value: licenceText,
      cell: (person) => <For each={licences(person)}>{(licence) => <LicenceBadge licence={licence} />}</For>,
      sort: (person) => licences(person)[0]?.expiresOn,
      width: 136,
    },
    {
      id: 'hours',
      roomy: true,
      header: t().hours,
      value: ({ hours }) => `${hours.from}–${hours.to}`,
      width: 120,
    },
    { id: 'email', header: t().email, value: ({ email }) => email, width: 170, hidden: true },
    {
      id: 'gender',
      header: t().gender,
      value: ({ gender }) => gender && values().gender[gender],
      width: 70,
      hidden: true,
    },
    {
      id: 'hiredOn',
      header: t().hiredOn,
      value: ({ hiredOn }) => hiredOn,
      sort: true,
      width: 110,
      hidden: true,
    },
    { id: 'note', header: t().note, value: ({ note }) => note, width: 180, hidden: true },
  ]);
}

/** At phone width. */
export function StaffCard(props: { person: Staff }): JSX.Element {
  const names = useStaffNames();
  const format = useFormat();
  const today = useToday();
  const due = () => licencesDue(props.person, today());
  return (
    <RowCard
      title={props.person.name}
      marks={<EmploymentCell person={props.person} />}
      lines={[
        [names.roles(props.person), names.outlets(props.person)],
        [
          props.person.phone && format.phone(props.person.phone),
          props.person.jobNumber,
          props.person.username,
        ],
      ]}
    >
      <Show when={due().length > 0}>
        <div>
          <For each={due()}>{(licence) => <LicenceBadge licence={licence} />}</For>
        </div>
      </Show>
    </RowCard>
  );
}

function useStaffNames() {
  const t = useStrings(employeeStrings);
  const names = useNames();
  const roles = useReferenceMap('roles');
  return {
    roles: ({ roleIds }: Staff) =>
      roleIds.flatMap((id) => roles().get(id)?.name ?? []).join(t().listSeparator),
    outlets: ({ outletIds, roleIds }: Staff) => {
      if (outletIds.length > 0) return outletIds.map(names.outlet).join(t().listSeparator);
      return seeAllOutlets(roleIds, [...roles().values()]) ? t().allOutlets : t().noOutlet;
    },
  };
}

function EmploymentCell(props: { person: Staff }): JSX.Element {
  const values = useStrings(valueStrings);
  return (
    <Show when={!props.person.disabled} fallback={<RecordState document={props.person} />}>
      <StatusBadge tone={employmentTones[props.person.employment]}>
        {values().employment[props.person.employment]}
      </StatusBadge>
      <UnsentMark document={props.person} />
    </Show>
  );
}
