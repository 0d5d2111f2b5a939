// 網點管理: all outlets of the company.
import { useNavigate } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, Show, type JSX } from 'solid-js';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordBatch } from '../records/batch-actions.tsx';
import { SetupLink } from '../setup/start.tsx';
import { LinkButton } from '../ui/button.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { useOutletColumns } from './columns.tsx';
import { outletStrings } from './strings.ts';

export default function OutletsPage(): JSX.Element {
  const t = useStrings(outletStrings);
  const actor = useActor();
  const sync = useSync();
  const navigate = useNavigate();
  const outlets = useReference('outlets');
  const query = useListQuery(
    { disabled: filter.flag() },
    { sort: { column: 'name', direction: 'ascending' } },
  );
  const columns = useOutletColumns();
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return outlets().filter(
      ({ disabled, name, phone, contact, address }) =>
        (query.values.disabled || !disabled) && matches(name, phone, contact, address),
    );
  });
  const create = () => (
    <Show when={mayEdit(actor, 'outlets')}>
      <LinkButton href="/outlets/new" variant="primary" icon={Plus}>
        {t().create}
      </LinkButton>
    </Show>
  );
  return (
    <ListPage
      title={t().title}
      storageKey="outlets"
      query={query}
      columns={columns()}
      rows={rows()}
      total={outlets().length}
      rowKey={({ id }: Outlet) => id}
      rowTone={({ disabled }) => (disabled ? 'muted' : undefined)}
      search={t().search}
      filters={[{ key: 'disabled', label: t().withDisabled }]}
      actions={create()}
      state={outlets().length === 0 && !sync.initialSyncDone() && sync.online() ? 'loading' : 'ready'}
      empty={{
        title: t().emptyTitle,
        hint: t().emptyHint,
        action: (
          <>
            {create()}
            <SetupLink />
          </>
        ),
      }}
      batch={(selection) => <RecordBatch collection="outlets" selection={selection} />}
      onOpen={({ id }) => navigate(`/outlets/${id}`)}
    />
  );
}
