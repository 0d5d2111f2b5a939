// 訂單通知: what insurers and platforms offer, live, until it is an order or refused.
import { useSearchParams } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { noticeStates } from '#schemas/notices/notice.ts';
import { useNotices, type ShownNotice } from '../data/notices.ts';
import { useReference } from '../data/reference.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { createShortcuts } from '../orders/shortcuts.ts';
import { namedOption } from '../records/options.ts';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { useNextRow } from '../ui/next-row.ts';
import { sortByColumn } from '../ui/table-columns.ts';
import { textMatcher } from '../ui/text-match.ts';
import { isWithin } from '../ui/time-range.ts';
import { NoticeCard, useNoticeColumns } from './columns.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { noticeStrings } from './strings.ts';

export default function NoticesPage(): JSX.Element {
  const t = useStrings(noticeStrings);
  const sync = useSync();
  const query = useNoticeQuery();
  const columns = useNoticeColumns();
  const notices = useNotices();
  const rows = createMemo(() => sortByColumn(columns(), found(notices(), query), query.sort(), locale()));
  const filters = useFilters(notices);
  const [params, setParams] = useSearchParams<{ notice?: string }>();
  const chosen = createMemo(() => notices().find(({ id }) => id === params.notice));
  const next = useNextRow(
    rows,
    ({ id }) => id,
    () => params.notice,
  );
  const goOn = (): void => setParams({ notice: next()?.id ?? null });
  createShortcuts(() => ({ j: goOn }));
  return (
    <ListPage
      title={t().title}
      storageKey="notices"
      query={query}
      columns={columns()}
      rows={rows()}
      total={notices().length}
      presorted
      rowKey={({ id }: ShownNotice) => id}
      card={(notice) => <NoticeCard notice={notice} />}
      rowTone={({ state }) => (state === 'refused' ? 'muted' : undefined)}
      search={t().search}
      filters={filters()}
      state={notices().length === 0 && !sync.initialSyncDone() && sync.online() ? 'loading' : 'ready'}
      empty={{ title: t().emptyTitle, hint: t().emptyHint }}
      onOpen={({ id }) => setParams({ notice: id })}
      chosen={chosen()?.id}
      panel={
        <Show when={chosen()}>
          {(notice) => (
            <NoticePanel notice={notice()} onNext={goOn} onClose={() => setParams({ notice: null })} />
          )}
        </Show>
      }
    />
  );
}

const useNoticeQuery = () =>
  useListQuery(
    {
      state: filter.one(noticeStates, 'new'),
      sender: filter.one(),
      outlet: filter.one(),
      received: filter.range(),
    },
    { sort: { column: 'received', direction: 'descending' } },
  );

function found(notices: readonly ShownNotice[], query: ReturnType<typeof useNoticeQuery>) {
  const matches = textMatcher(query.text());
  const { state, sender, outlet, received } = query.values;
  return notices.filter(
    (notice) =>
      (!state || notice.state === state) &&
      (!sender || notice.senderId === sender) &&
      (!outlet || notice.outletId === outlet) &&
      isWithin(notice.receivedAt, received) &&
      matches(
        ...[notice.senderNumber, notice.senderName, notice.car.plate, notice.car.vin],
        ...[notice.contact.name, notice.contact.phone, notice.pickup.address, notice.requester?.phone],
      ),
  );
}

function useFilters(notices: () => readonly ShownNotice[]) {
  const t = useStrings(noticeStrings);
  const outlets = useReference('outlets');
  const senders = createMemo(
    () => new Map(notices().map(({ senderId, senderName }) => [senderId, senderName])),
  );
  return createMemo(() => [
    {
      key: 'state' as const,
      label: t().stateLabel,
      options: noticeStates.map((state) => ({ value: state, label: t().state[state] })),
    },
    {
      key: 'sender' as const,
      label: t().sender,
      options: [...senders()].map(([value, label]) => ({ value, label })),
    },
    {
      key: 'outlet' as const,
      label: t().outlet,
      options: outlets().map(namedOption),
    },
    { key: 'received' as const, label: t().received },
  ]);
}
