// 員工角色: what there is to be, what each may do, and how many people are it.
import { createMemo, type JSX } from 'solid-js';
import { useReference } from '../data/reference.ts';
import { ApprovalRule } from '../finance/approval-rule.tsx';
import { useStrings } from '../i18n/strings.ts';
import { RecordList } from '../records/record-list.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { RoleCard, useRoleColumns } from './columns.tsx';
import { roleStrings } from './strings.ts';

export default function RolesPage(): JSX.Element {
  const t = useStrings(roleStrings);
  const roles = useReference('roles');
  const query = useListQuery(
    { disabled: filter.flag() },
    { sort: { column: 'name', direction: 'ascending' } },
  );
  const columns = useRoleColumns();
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return roles().filter(
      ({ disabled, name, note }) => (query.values.disabled || !disabled) && matches(name, note),
    );
  });
  return (
    <RecordList
      collection="roles"
      words={t()}
      description={<ApprovalRule />}
      query={query}
      columns={columns()}
      rows={rows()}
      card={(role) => <RoleCard role={role} />}
      filters={[{ key: 'disabled', label: t().withDisabled }]}
    />
  );
}
