// What could not be told to senders and was given up: why, and to have it told again, one or all.
import RotateCw from 'lucide-solid/icons/rotate-cw';
import { createMemo, createSignal, type JSX } from 'solid-js';
import type { Delivery } from '#schemas/notices/sender.ts';
import { useCodeText } from '../app/code-text.ts';
import { tableState } from '../data/answer.ts';
import { useDeadLetters, type Senders } from '../data/senders.ts';
import { useStrings } from '../i18n/strings.ts';
import { noticeStrings } from '../notices/strings.ts';
import { Lines } from '../orders/marks.tsx';
import { Button } from '../ui/button.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { instant } from '../ui/spreadsheet/cell.ts';
import { ErrorState } from '../ui/states.tsx';
import { textMatcher } from '../ui/text-match.ts';
import { toast } from '../ui/toast.tsx';
import { senderStrings } from './strings.ts';

export function DeadLetterList(props: { senders: Senders; description: JSX.Element }): JSX.Element {
  const t = useStrings(senderStrings);
  const list = useDeadLetters();
  const query = useListQuery({ from: filter.one() });
  const columns = useColumns();
  const { busy, resend } = useResending(list, () => props.senders.refresh());
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return list
      .items()
      .filter(
        ({ senderName, number, outcome }) =>
          (!query.values.from || senderName === query.values.from) && matches(senderName, number, outcome),
      );
  });
  const names = createMemo(() => [...new Set(list.items().flatMap(({ senderName }) => senderName ?? []))]);
  return (
    <ListPage
      title={t().title}
      storageKey="dead-letters"
      query={query}
      columns={columns()}
      rows={rows()}
      total={list.items().length}
      rowKey={({ id }: Delivery) => id}
      search={t().searchDead}
      filters={[
        { key: 'from', label: t().sender, options: names().map((name) => ({ value: name, label: name })) },
      ]}
      actions={
        <Button
          icon={RotateCw}
          busy={busy()}
          disabledReason={rows().length === 0 ? t().nothingDead : undefined}
          onClick={() => void resend(rows())}
        >
          {t().resendAll(rows().length)}
        </Button>
      }
      description={props.description}
      state={tableState(list.state(), list.items().length > 0)}
      error={<ErrorState hint={t().offlineHint} onRetry={() => list.refresh()} />}
      empty={{ title: t().nothingDead, hint: t().nothingDeadHint }}
      batch={(selection) => (
        <Button
          size="small"
          icon={RotateCw}
          busy={busy()}
          onClick={() => void resend(selection.rows()).then(selection.clear)}
        >
          {t().resend}
        </Button>
      )}
    />
  );
}

function useResending(list: ReturnType<typeof useDeadLetters>, onDone: () => void) {
  const t = useStrings(senderStrings);
  const text = useCodeText();
  const [busy, setBusy] = createSignal(false);
  const resend = async (deliveries: readonly Delivery[]): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const done = await list.resend(deliveries.map(({ id }) => id)).finally(() => setBusy(false));
    if (!done.ok) return void toast.error(text(done.error));
    toast.success(t().resent(done.value));
    onDone();
  };
  return { busy, resend };
}

function useColumns(): () => readonly Column<Delivery>[] {
  const t = useStrings(senderStrings);
  const words = useStrings(noticeStrings);
  const eventName = (event = ''): string =>
    Object.entries(words().event).find(([name]) => name === event)?.[1] ?? event;
  return createMemo((): readonly Column<Delivery>[] => [
    {
      id: 'given-up',
      header: t().givenUp,
      width: 110,
      sort: true,
      value: ({ finishedAt, createdAt }) => instant(finishedAt ?? createdAt),
      cell: (row) => (
        <Lines
          first={<Time iso={row.finishedAt ?? row.createdAt} />}
          second={<Time iso={row.finishedAt ?? row.createdAt} as="relative" />}
        />
      ),
    },
    {
      id: 'sender',
      header: t().senderAndNumber,
      width: 180,
      sort: true,
      value: ({ senderName, number }) => `${senderName ?? ''} ${number ?? ''}`.trim(),
      cell: (row) => <Lines first={row.senderName} second={row.number} />,
    },
    { id: 'event', header: t().event, width: 110, value: ({ event }) => eventName(event) },
    { id: 'attempts', header: t().attempts, width: 80, align: 'end', value: ({ attempts }) => attempts },
    { id: 'reason', header: t().reason, width: 260, grow: true, value: ({ outcome }) => outcome },
  ]);
}
