// The red light of the books: which accounts and which lines of statements do not agree. The green one stands in the
// summary.
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { differencesIn, mostFaults, type Accounts, type StatementFault } from '#schemas/finance/accounts.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import css from './accounts.module.css';
import { accountStrings } from './strings.ts';

export function Faults(props: { books: Accounts | undefined; onShow: () => void }): JSX.Element {
  const t = useStrings(accountStrings);
  const different = () => differencesIn(props.books?.balances ?? []).length;
  const faults = () => props.books?.faults ?? [];
  return (
    <>
      <Show when={different() > 0}>
        <Banner
          tone="danger"
          action={
            <Button size="small" onClick={() => props.onShow()}>
              {t().showDifferences}
            </Button>
          }
        >
          {t().differs(different())}
        </Banner>
      </Show>
      <Show when={faults().length > 0}>
        <Banner tone="danger">
          {t().faulty(faults().length < mostFaults ? String(faults().length) : `${mostFaults}+`)}
          <ul class={css.faults}>
            <For each={faults()}>{(fault) => <Fault fault={fault} />}</For>
          </ul>
        </Banner>
      </Show>
    </>
  );
}

function Fault(props: { fault: StatementFault }): JSX.Element {
  const t = useStrings(accountStrings);
  const format = useFormat();
  const said = (value: number): string => {
    if (props.fault.what === 'membership') return t().onIt(value === 1);
    return props.fault.what === 'paid' ? t().paid(value === 1) : format.money(value);
  };
  return (
    <li>
      <A href={`/finance/statements/${props.fault.statementId}`}>{props.fault.number}</A>{' '}
      <Show when={props.fault.orderId}>
        {(id) => <A href={`/orders/${id()}`}>{props.fault.orderNumber ?? id()}</A>}
      </Show>{' '}
      {t().fault[props.fault.what](said(props.fault.statementFen), said(props.fault.otherFen))}
    </li>
  );
}
