// One statement: its orders, what it comes to, what can be done with it now, and beside it a line, the receipts or
// what happened to it.
import { useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import { statementPermission } from '#schemas/finance/statements/decide.ts';
import {
  isForCustomer,
  openOfStatement,
  type Statement,
  type StatementLine,
} from '#schemas/finance/statements/statement.ts';
import { may } from '#schemas/staff/permissions.ts';
import { OfflineBanner } from '../app/offline-banner.tsx';
import { useActor } from '../data/session.ts';
import { useStaleness, useStatementMap } from '../data/statements.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { BatchRunDialog, createBatchRun } from '../ui/batch-run.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { textMatcher } from '../ui/text-match.ts';
import { LineCard, lineStateOf, lineStates, StatementBadge, useLineColumns } from './columns.tsx';
import { History } from './history.tsx';
import { LinePanel } from './line-panel.tsx';
import { Links } from './links.tsx';
import { MatchDialog } from './match-dialog.tsx';
import { Receipts } from './receipts.tsx';
import { RemoveLines } from './remove-lines.tsx';
import { useStatementSheet } from './sheet.ts';
import { StatementActions } from './statement-actions.tsx';
import { InterruptedRemoval } from './statement-batch.tsx';
import css from './statements.module.css';
import { statementStrings } from './strings.ts';

export default function StatementPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const sync = useSync();
  const statements = useStatementMap();
  const statement = createMemo(() => statements().get(params.id));
  const isComing = () => !sync.initialSyncDone() && sync.online();
  return (
    <Show
      when={statement()}
      fallback={
        <Show when={isComing()} fallback={<NoSuch />}>
          <LoadingState rows={8} />
        </Show>
      }
    >
      {(known) => <Lines statement={known()} />}
    </Show>
  );
}

function NoSuch(): JSX.Element {
  const t = useStrings(statementStrings);
  return (
    <EmptyState
      page
      title={t().noSuch}
      action={<LinkButton href="/finance/statements">{t().title}</LinkButton>}
    />
  );
}

const kinds = { state: filter.several(lineStates) };

type Side = 'receipts' | 'history' | 'links';

function Lines(props: { statement: Statement }): JSX.Element {
  const t = useStrings(statementStrings);
  const actor = useActor();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams<{ line?: string; side?: string }>();
  const query = useListQuery(kinds, { sort: { column: 'ended', direction: 'ascending' } });
  const run = createBatchRun();
  const [matching, setMatching] = createSignal(false);
  const stale = useStaleness(() => props.statement);
  const columns = useLineColumns(stale);
  const sheet = useStatementSheet(() => props.statement);
  const isDraft = () => props.statement.state === 'draft';
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    const { state } = query.values;
    const fits = (line: StatementLine): boolean => {
      const own = state.length > 0 ? lineStateOf(line, stale().get(line.id)) : undefined;
      return state.length === 0 || (own !== undefined && state.includes(own));
    };
    return props.statement.lines.filter(
      (line) => fits(line) && matches(line.number, line.plate, line.customerOrderNumber, line.service),
    );
  });
  const filters = createMemo(() => [
    {
      key: 'state' as const,
      label: t().column.lineState,
      options: lineStates.map((state) => ({ value: state, label: t().line[state] })),
    },
  ]);
  const chosen = () => props.statement.lines.find(({ id }) => id === params.line);
  const close = () => setParams({ line: null, side: null });
  const show = (side: Side) => setParams({ line: null, side: params.side === side ? null : side });
  const toApprove = () => navigate(`/finance/approve?billable=1&customer=${props.statement.customerId}`);
  return (
    <>
      <ListPage
        title={props.statement.name}
        storageKey="statement"
        query={query}
        columns={columns()}
        rows={rows()}
        total={props.statement.lines.length}
        rowKey={({ id }: StatementLine) => id}
        card={(line) => <LineCard line={line} stale={stale().get(line.id)} />}
        rowTone={(line) => (stale().has(line.id) ? 'warning' : undefined)}
        search={t().searchLines}
        filters={filters()}
        description={<Figures statement={props.statement} />}
        document={sheet}
        actions={
          <>
            <Show when={isDraft()}>
              <Button onClick={toApprove}>{t().add}</Button>
            </Show>
            <Show when={props.statement.state !== 'settled' && props.statement.lines.length > 0}>
              <Button onClick={() => setMatching(true)}>{t().match.action}</Button>
            </Show>
            <Button onClick={() => show('receipts')}>{t().receipts.title}</Button>
            <Show when={isForCustomer(props.statement) && may(actor, statementPermission['send-statement'])}>
              <Button onClick={() => show('links')}>{t().link.title}</Button>
            </Show>
            <Button onClick={() => show('history')}>{t().history.title}</Button>
            <StatementActions statement={props.statement} stale={stale().size > 0} />
          </>
        }
        banner={
          <>
            <OfflineBanner text={t().offline} />
            <InterruptedRemoval statementId={props.statement.id} run={run} />
            <Show when={stale().size > 0}>
              <Banner tone="warning">{t().stale(stale().size)}</Banner>
            </Show>
          </>
        }
        empty={{
          title: t().emptyDraft,
          hint: t().emptyDraftHint,
          action: <Button onClick={toApprove}>{t().add}</Button>,
        }}
        batch={
          isDraft()
            ? (selection) => <RemoveLines statement={props.statement} selection={selection} run={run} />
            : undefined
        }
        chosen={chosen()?.id}
        onOpen={({ id }) => setParams({ line: id, side: null })}
        panel={
          <Switch>
            <Match when={chosen()}>
              {(line) => (
                <LinePanel
                  statement={props.statement}
                  line={line()}
                  stale={stale().get(line().id)}
                  onClose={close}
                />
              )}
            </Match>
            <Match when={params.side === 'receipts'}>
              <SidePanel title={t().receipts.title} onClose={close}>
                <Receipts statement={props.statement} />
              </SidePanel>
            </Match>
            <Match when={params.side === 'links'}>
              <SidePanel title={t().link.title} onClose={close}>
                <Links statement={props.statement} />
              </SidePanel>
            </Match>
            <Match when={params.side === 'history'}>
              <SidePanel title={t().history.title} onClose={close}>
                <History statement={props.statement} />
              </SidePanel>
            </Match>
          </Switch>
        }
      />
      <Show when={matching()}>
        <MatchDialog statement={props.statement} run={run} onClose={() => setMatching(false)} />
      </Show>
      <BatchRunDialog run={run} />
    </>
  );
}

function Figures(props: { statement: Statement }): JSX.Element {
  const t = useStrings(statementStrings);
  const format = useFormat();
  const figures = (): { label: string; value: JSX.Element }[] => {
    const { statement } = props;
    const words = t().figure;
    return [
      { label: words.total, value: format.money(statement.totalFen) },
      { label: words.received, value: format.money(statement.receivedFen) },
      { label: words.open, value: format.money(openOfStatement(statement)) },
      { label: words.orders, value: statement.lines.length },
      { label: words.period, value: t().periodOf(statement.period.from, statement.period.until) },
      ...(statement.edition > 0 ? [{ label: words.edition, value: t().edition(statement.edition) }] : []),
      ...(statement.sentAt ? [{ label: words.sent, value: <Time iso={statement.sentAt} /> }] : []),
    ];
  };
  return (
    <dl class={css.figures}>
      <div class={css.figure}>
        <dt class="visually-hidden">{t().column.state}</dt>
        <dd>
          <StatementBadge state={props.statement.state} />
        </dd>
      </div>
      <For each={figures()}>
        {({ label, value }) => (
          <div class={css.figure}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
