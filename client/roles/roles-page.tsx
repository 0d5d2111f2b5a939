// 員工角色: what there is to be, what each may do, and how many people are it.
import { useNavigate } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, Show, type JSX } from 'solid-js';
import { mayEdit } from '#schemas/staff/editing.ts';
import type { Role } from '#schemas/staff/staff.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordBatch } from '../records/batch-actions.tsx';
import { LinkButton } from '../ui/button.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { RoleCard, useRoleColumns } from './columns.tsx';
import { roleStrings } from './strings.ts';

export default function RolesPage(): JSX.Element {
  const t = useStrings(roleStrings);
  const actor = useActor();
  const sync = useSync();
  const navigate = useNavigate();
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
  const create = () => (
    <Show when={mayEdit(actor, 'roles')}>
      <LinkButton href="/roles/new" variant="primary" icon={Plus}>
        {t().create}
      </LinkButton>
    </Show>
  );
  return (
    <ListPage
      title={t().title}
      storageKey="roles"
      query={query}
      columns={columns()}
      rows={rows()}
      total={roles().length}
      rowKey={({ id }: Role) => id}
      rowTone={({ disabled }) => (disabled ? 'muted' : undefined)}
      card={(role) => <RoleCard role={role} />}
      search={t().search}
      filters={[{ key: 'disabled', label: t().withDisabled }]}
      actions={create()}
      state={roles().length === 0 && !sync.initialSyncDone() && sync.online() ? 'loading' : 'ready'}
      empty={{ title: t().emptyTitle, hint: t().emptyHint, action: create() }}
      batch={(selection) => <RecordBatch collection="roles" selection={selection} />}
      onOpen={({ id }) => navigate(`/roles/${id}`)}
    />
  );
}
