// 員工信息: everybody that this person sees, with whose licences run out soon.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import { mayWork as isHere } from '#schemas/staff/administrators.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { licencesDue } from '#schemas/staff/licence-expiry.ts';
import { employments, type Staff } from '#schemas/staff/staff.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { namedOption } from '../records/options.ts';
import { RecordList } from '../records/record-list.tsx';
import { useToday } from '../records/today.ts';
import { valueStrings } from '../sync/value-strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { employeeStrings } from './employee-strings.ts';
import { InitialPasswordsButton } from './initial-passwords-dialog.tsx';
import { StaffCard, useStaffColumns } from './staff-columns.tsx';

export default function StaffPage(): JSX.Element {
  const t = useStrings(employeeStrings);
  const query = useStaffQuery();
  const { staff, rows } = useRows(query);
  const due = useDueCount(query, staff);
  const columns = useStaffColumns();
  const filters = useFilters();
  const actor = useActor();
  return (
    <RecordList
      collection="staff"
      words={t()}
      query={query}
      columns={columns()}
      rows={rows()}
      rowTone={(person) => (isHere(person) ? undefined : 'muted')}
      card={(person) => <StaffCard person={person} />}
      filters={filters()}
      batch={(selection) => mayEdit(actor, 'staff') && <InitialPasswordsButton people={selection.rows()} />}
      banner={due() > 0 ? <LicencesDue query={query} count={due()} /> : undefined}
    />
  );
}

const useStaffQuery = () =>
  useListQuery(
    {
      outlet: filter.one(),
      role: filter.several(),
      employment: filter.several(employments),
      expiring: filter.flag(),
      former: filter.flag(),
    },
    { sort: { column: 'name', direction: 'ascending' } },
  );

type Query = ReturnType<typeof useStaffQuery>;

function useRows(query: Query) {
  const staff = useReference('staff');
  const today = useToday();
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    const { outlet, role, employment, expiring, former } = query.values;
    return staff().filter(
      (person) =>
        (former || isHere(person) || employment.includes(person.employment)) &&
        (outlet === undefined || person.outletIds.length === 0 || person.outletIds.includes(outlet)) &&
        (role.length === 0 || role.some((id) => person.roleIds.includes(id))) &&
        (employment.length === 0 || employment.includes(person.employment)) &&
        (!expiring || licencesDue(person, today()).length > 0) &&
        matches(...wordsOf(person)),
    );
  });
  return { staff, rows };
}

const wordsOf = ({ name, username, jobNumber, phone, extension, email }: Staff) => [
  ...[name, username, jobNumber, phone, extension, email],
];

/** How many of those who work here need a new licence; none while they are what the list shows. */
function useDueCount(query: Query, staff: Accessor<readonly Staff[]>): Accessor<number> {
  const today = useToday();
  return createMemo(() => {
    if (query.values.expiring) return 0;
    return staff().filter((person) => isHere(person) && licencesDue(person, today()).length > 0).length;
  });
}

function LicencesDue(props: { query: Query; count: number }): JSX.Element {
  const t = useStrings(employeeStrings);
  const show = () => props.query.set({ expiring: true });
  return (
    <Banner
      tone="warning"
      action={
        <Button size="small" onClick={show}>
          {t().show}
        </Button>
      }
    >
      {t().licencesDue(props.count)}
    </Banner>
  );
}

function useFilters() {
  const t = useStrings(employeeStrings);
  const values = useStrings(valueStrings);
  const outlets = useReference('outlets');
  const roles = useReference('roles');
  return createMemo(() => [
    {
      key: 'outlet' as const,
      label: t().outlets,
      options: outlets().map(namedOption),
    },
    {
      key: 'role' as const,
      label: t().roles,
      options: roles().map(namedOption),
    },
    {
      key: 'employment' as const,
      label: t().employment,
      options: employments.map((state) => ({ value: state, label: values().employment[state] })),
    },
    { key: 'expiring' as const, label: t().expiring },
    { key: 'former' as const, label: t().withFormer },
  ]);
}
