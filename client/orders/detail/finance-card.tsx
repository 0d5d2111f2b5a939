// What the order costs and who said so, to read; and the statement that it stands on.
import { Show, type JSX } from 'solid-js';
import type { OrderStatus } from '#schemas/orders/order.ts';
import { mayOpen } from '../../app/pages.ts';
import type { ProjectedOrder } from '../../data/orders.ts';
import { oneStop } from '../../finance/desks.ts';
import { FeeTable } from '../../finance/fee-table.tsx';
import { StageValues } from '../../finance/stage-values.tsx';
import { financeStrings } from '../../finance/strings.ts';
import { useActor } from '../../data/session.ts';
import { useStrings } from '../../i18n/strings.ts';
import { OnStatement } from '../../statements/on-statement.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { KeyValueList, type KeyValue } from '../../ui/key-value-list.tsx';
import { Stack } from '../../ui/page.tsx';
import { useNames } from '../names.ts';
import { orderStrings } from '../strings.ts';

export function FinanceCard(props: { order: ProjectedOrder }): JSX.Element {
  const words = useStrings(orderStrings);
  const facts = useFacts(() => props.order);
  return (
    <Card title={words().section.finance} actions={<ToOneStop order={props.order} />}>
      <Stack>
        <KeyValueList items={facts()} />
        <StageValues order={props.order} />
        <FeeTable order={props.order} />
        <Show when={props.order.finance.statementId}>{(id) => <OnStatement id={id()} />}</Show>
      </Stack>
    </Card>
  );
}

/** What is not settled yet can be, by whoever may do all of it. */
function ToOneStop(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(financeStrings);
  const actor = useActor();
  const isLeft = () => props.order.finance.stage !== 'posted' && props.order.status in settled;
  return (
    <Show when={mayOpen(actor, oneStop.href) && isLeft()}>
      <LinkButton size="small" href={`${oneStop.href}?order=${props.order.id}`}>
        {t().oneStop}
      </LinkButton>
    </Show>
  );
}

const settled: Partial<Record<OrderStatus, true>> = { completed: true, 'empty-run': true };

function useFacts(order: () => ProjectedOrder): () => KeyValue[] {
  const t = useStrings(financeStrings);
  const words = useStrings(orderStrings);
  const names = useNames();
  return () => {
    const { stage, method } = order().finance;
    const settlement = names.catalog(method);
    return [
      { label: words().fact.stage, value: words().stage[stage] },
      ...(settlement ? [{ label: t().method, value: settlement }] : []),
    ];
  };
}
