// A debt and an account at phone width.
import { Show, type JSX } from 'solid-js';
import { ages, owedOf, type AccountBalance, type Debt } from '#schemas/finance/accounts.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { StatusBadge } from '../ui/badge.tsx';
import { useAccountNames } from './columns.tsx';
import { accountStrings } from './strings.ts';

export function DebtCard(props: { debt: Debt; creditFen: number }): JSX.Element {
  const t = useStrings(accountStrings);
  const names = useAccountNames();
  const format = useFormat();
  const aged = () =>
    ages.flatMap((age) => (props.debt[age] ? [`${t().column[age]} ${format.money(props.debt[age])}`] : []));
  const credit = () =>
    props.creditFen ? `${t().column.credit} ${format.money(props.creditFen)}` : undefined;
  return (
    <RowCard
      title={names.customer(props.debt.customerId)}
      marks={<strong>{format.money(owedOf(props.debt))}</strong>}
      lines={[[`${t().column.orders} ${props.debt.orders}`], aged(), [credit()]]}
    />
  );
}

export function BalanceCard(props: { balance: AccountBalance }): JSX.Element {
  const t = useStrings(accountStrings);
  const names = useAccountNames();
  const format = useFormat();
  const differenceFen = () => props.balance.ledgerFen - props.balance.documentsFen;
  return (
    <RowCard
      title={names.owner(props.balance.account)}
      marks={<strong>{format.money(props.balance.ledgerFen)}</strong>}
      lines={[[names.kind(props.balance.account)]]}
    >
      <Show when={differenceFen() !== 0}>
        <StatusBadge tone="danger">{`${t().column.difference} ${format.money(differenceFen())}`}</StatusBadge>
      </Show>
    </RowCard>
  );
}
