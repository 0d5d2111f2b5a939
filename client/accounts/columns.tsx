// What is seen of a debt and of an account in their lists.
import { createMemo, type Accessor } from 'solid-js';
import { ages, owedOf, partsOf, type AccountBalance, type Debt } from '#schemas/finance/accounts.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import type { Column } from '../ui/data-table.tsx';
import { money } from '../ui/spreadsheet/cell.ts';
import { accountStrings } from './strings.ts';

/** What came in and is not allocated to an order yet, in fen by customer. */
export const creditsOf = (balances: readonly AccountBalance[]): ReadonlyMap<string, number> =>
  new Map(
    balances.flatMap(({ account, ledgerFen }) => {
      const { kind, of } = partsOf(account);
      return kind === 'clearing' ? [[of, -ledgerFen] as const] : [];
    }),
  );

export function useDebtColumns(
  credits: Accessor<ReadonlyMap<string, number>>,
): Accessor<readonly Column<Debt>[]> {
  const t = useStrings(accountStrings);
  const names = useAccountNames();
  return createMemo((): readonly Column<Debt>[] => {
    const amount = { width: 110, align: 'end', sort: true } as const;
    const { column } = t();
    return [
      {
        ...{ id: 'customer', header: column.customer, width: 200, grow: true, sort: true },
        value: ({ customerId }) => names.customer(customerId),
      },
      {
        ...{ id: 'orders', header: column.orders, width: 90, align: 'end', sort: true },
        value: ({ orders }) => orders,
      },
      ...ages.map((age) => ({
        ...{ ...amount, id: age, header: column[age] },
        value: (debt: Debt) => money(debt[age] || undefined),
      })),
      {
        ...amount,
        id: 'part',
        header: column.part,
        roomy: true,
        value: ({ partFen }) => money(partFen || undefined),
      },
      { ...amount, id: 'owed', header: column.owed, value: (debt) => money(owedOf(debt)) },
      {
        ...{ ...amount, id: 'credit', header: column.credit },
        value: ({ customerId, partFen }) => money((credits().get(customerId) ?? 0) - partFen || undefined),
      },
    ];
  });
}

export function useBalanceColumns(): Accessor<readonly Column<AccountBalance>[]> {
  const t = useStrings(accountStrings);
  const names = useAccountNames();
  return createMemo((): readonly Column<AccountBalance>[] => {
    const amount = { width: 130, align: 'end', sort: true } as const;
    const { column } = t();
    return [
      {
        ...{ id: 'kind', header: column.kind, width: 120, sort: true },
        value: ({ account }) => names.kind(account),
      },
      {
        ...{ id: 'account', header: column.account, width: 200, grow: true, sort: true },
        value: ({ account }) => names.owner(account),
      },
      { ...amount, id: 'ledger', header: column.ledger, value: ({ ledgerFen }) => money(ledgerFen) },
      {
        ...{ ...amount, id: 'documents', header: column.documents },
        value: ({ documentsFen }) => money(documentsFen),
      },
      {
        ...{ ...amount, id: 'difference', header: column.difference },
        value: ({ ledgerFen, documentsFen }) => money(ledgerFen - documentsFen || undefined),
      },
    ];
  });
}

interface AccountNames {
  customer(id: string): string;
  kind(account: string): string;
  owner(account: string): string;
}

export function useAccountNames(): AccountNames {
  const t = useStrings(accountStrings);
  const names = useNames();
  const kinds = (): Readonly<Record<string, string>> => t().kind;
  const revenues = (): Readonly<Record<string, string>> => t().revenue;
  return {
    customer: (id) => names.customer(id),
    kind: (account) => kinds()[partsOf(account).kind] ?? partsOf(account).kind,
    owner: (account) => {
      const { kind, of } = partsOf(account);
      if (kind === 'revenue') return revenues()[of] ?? of;
      if (kind === 'collected') return t().unposted;
      if (kind === 'driver' || kind === 'difference') return names.staff(of);
      return kind === 'money' ? names.catalog(of) : names.customer(of);
    },
  };
}
