// 账目: what every account stands at, who owes since when, and whether the books agree with orders and statements.
import { useSearchParams } from '@solidjs/router';
import { createMemo, Match, Show, Switch, type JSX } from 'solid-js';
import { differencesIn, faultsIn, owedOf, type Accounts } from '#schemas/finance/accounts.ts';
import type { BookMonths } from '#schemas/finance/months.ts';
import { sumFen } from '#schemas/core/money.ts';
import { KeptBanner } from '../app/offline-banner.tsx';
import { tableState, useKeptAnswer, type Answer } from '../data/answer.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { GroupButtons } from '../orders/group-buttons.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import css from './accounts.module.css';
import { SidePanel } from '../ui/side-panel.tsx';
import { BalanceCard, DebtCard } from './cards.tsx';
import { DebtPanel } from './debt-panel.tsx';
import { Failure, Refresh } from './answer-parts.tsx';
import { creditsOf, useBalanceColumns, useDebtColumns, useAccountNames } from './columns.tsx';
import { Faults } from './faults.tsx';
import { MonthList } from './month-list.tsx';
import { accountStrings } from './strings.ts';

const views = ['debts', 'balances', 'months'] as const;
type View = (typeof views)[number];

export default function AccountsPage(): JSX.Element {
  const books = useKeptAnswer<Accounts>('/api/finance/accounts');
  const months = useKeptAnswer<BookMonths>('/api/finance/months');
  const [params, setParams] = useSearchParams<{ view?: string; different?: string }>();
  const view = (): View => views.find((one) => one === params.view) ?? 'debts';
  const head = {
    books,
    months,
    description: () => (
      <Summary
        books={books}
        months={months}
        view={view()}
        onShow={(next) => setParams({ view: next, q: null, month: null, customer: null })}
      />
    ),
    banner: () => (
      <>
        <KeptBanner at={(view() === 'months' ? months : books).keptAt()} />
        <Faults books={books.value()} onShow={() => setParams({ view: 'balances', different: '1' })} />
      </>
    ),
  };
  return (
    <Switch>
      <Match when={view() === 'debts'}>
        <DebtList {...head} />
      </Match>
      <Match when={view() === 'balances'}>
        <BalanceList {...head} />
      </Match>
      <Match when={view() === 'months'}>
        <MonthList {...head} />
      </Match>
    </Switch>
  );
}

export interface Head {
  readonly books: Answer<Accounts>;
  readonly months: Answer<BookMonths>;
  readonly description: () => JSX.Element;
  readonly banner: () => JSX.Element;
}

function DebtList(props: Head): JSX.Element {
  const t = useStrings(accountStrings);
  const names = useAccountNames();
  const query = useListQuery({}, { sort: { column: 'owed', direction: 'descending' } });
  const credits = createMemo(() => creditsOf(props.books.value()?.balances ?? []));
  const columns = useDebtColumns(credits);
  const debts = () => props.books.value()?.debts ?? [];
  const [params, setParams] = useSearchParams<{ customer?: string }>();
  const chosen = createMemo(() => debts().find(({ customerId }) => customerId === params.customer));
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return debts().filter(({ customerId }) => matches(names.customer(customerId)));
  });
  return (
    <ListPage
      title={t().title}
      storageKey="debts"
      query={query}
      columns={columns()}
      rows={rows()}
      total={debts().length}
      rowKey={({ customerId }) => customerId}
      card={(debt) => <DebtCard debt={debt} creditFen={credits().get(debt.customerId) ?? 0} />}
      rowTone={({ older }) => (older > 0 ? 'warning' : undefined)}
      search={t().searchDebts}
      description={props.description()}
      banner={props.banner()}
      actions={<Refresh onRefresh={() => props.books.refresh()} />}
      state={tableState(props.books.state(), props.books.value() !== undefined)}
      error={<Failure state={props.books.state()} onRetry={() => props.books.refresh()} />}
      empty={{ title: t().noDebts, hint: t().noDebtsHint }}
      chosen={params.customer}
      onOpen={({ customerId }) => setParams({ customer: customerId })}
      panel={
        <Show when={chosen()?.customerId} keyed>
          {(customerId) => (
            <SidePanel title={names.customer(customerId)} onClose={() => setParams({ customer: null })}>
              <Show when={chosen()}>{(debt) => <DebtPanel debt={debt()} />}</Show>
            </SidePanel>
          )}
        </Show>
      }
    />
  );
}

function BalanceList(props: Head): JSX.Element {
  const t = useStrings(accountStrings);
  const names = useAccountNames();
  const query = useListQuery(
    { different: filter.flag() },
    { sort: { column: 'kind', direction: 'ascending' } },
  );
  const columns = useBalanceColumns();
  const balances = () => props.books.value()?.balances ?? [];
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    const shown = query.values.different ? differencesIn(balances()) : balances();
    return shown.filter(({ account }) => matches(names.kind(account), names.owner(account)));
  });
  return (
    <ListPage
      title={t().title}
      storageKey="accounts"
      query={query}
      columns={columns()}
      rows={rows()}
      total={balances().length}
      rowKey={({ account }) => account}
      card={(balance) => <BalanceCard balance={balance} />}
      rowTone={({ ledgerFen, documentsFen }) => (ledgerFen === documentsFen ? undefined : 'danger')}
      search={t().searchBalances}
      filters={[{ key: 'different', label: t().onlyDifferent }]}
      description={props.description()}
      banner={props.banner()}
      actions={<Refresh onRefresh={() => props.books.refresh()} />}
      state={tableState(props.books.state(), props.books.value() !== undefined)}
      error={<Failure state={props.books.state()} onRetry={() => props.books.refresh()} />}
      empty={{ title: t().noBalances, hint: t().noBalancesHint }}
    />
  );
}

function Summary(props: {
  books: Answer<Accounts>;
  months: Answer<BookMonths>;
  view: View;
  onShow: (view: View) => void;
}): JSX.Element {
  const t = useStrings(accountStrings);
  const format = useFormat();
  const balances = () => props.books.value()?.balances ?? [];
  const owed = () => sumFen((props.books.value()?.debts ?? []).map(owedOf));
  const credit = () => sumFen([...creditsOf(balances()).values()]);
  const countOf = (view: View): number =>
    view === 'months'
      ? (props.months.value()?.months.length ?? 0)
      : (props.books.value()?.[view].length ?? 0);
  return (
    <div class={css.summary}>
      <GroupButtons
        label={t().views}
        names={views}
        nameOf={(name) => t().view[name]}
        count={(name) => ({ count: countOf(name), more: false })}
        current={props.view}
        onPress={(view) => view && props.onShow(view)}
      />
      <Show when={props.books.value()}>
        {(books) => (
          <>
            <Show when={faultsIn(books()) === 0 && balances().length > 0}>
              <StatusBadge tone="success">{t().agrees(balances().length)}</StatusBadge>
            </Show>
            <span>{t().owed(format.money(owed()))}</span>
            <span>{t().credit(format.money(credit()))}</span>
            <span>{t().asOf(format.short(books().asOf))}</span>
          </>
        )}
      </Show>
    </div>
  );
}
