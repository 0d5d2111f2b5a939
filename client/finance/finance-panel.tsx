// One order in finance: what is known of the rescue, and the form of its stage.
import { Match, Show, Switch, type JSX } from 'solid-js';
import { restOf } from '#schemas/finance/rest.ts';
import { closingEntry, type FinanceStage } from '#schemas/orders/order.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { AttentionMark } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import { SentBackBefore, SentBackNote } from '../orders/sent-back.tsx';
import { orderStrings } from '../orders/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { KeyValueList, type KeyValue } from '../ui/key-value-list.tsx';
import { Stack } from '../ui/page.tsx';
import { OrderPhotos } from '../photos/order-photos.tsx';
import { MissingPhotos } from '../photos/missing-photos.tsx';
import { useOrderSlots } from '../photos/slots.ts';
import { OnStatement } from '../statements/on-statement.tsx';
import { ApproveForm } from './approve-form.tsx';
import { BackButton } from './back-button.tsx';
import { FeeTable } from './fee-table.tsx';
import { PostForm } from './post-form.tsx';
import { RepairButton } from './repair-button.tsx';
import { RestForm } from './rest-form.tsx';
import { financeStrings } from './strings.ts';
import { StageValues } from './stage-values.tsx';
import { VerifyForm } from './verify-form.tsx';

interface Props {
  order: ProjectedOrder;
  /** @param from the stage at which it was decided, if its decision leads on */
  onDone: (from?: FinanceStage) => void;
}

export function FinancePanel(props: Props): JSX.Element {
  const stage = () => props.order.finance.stage;
  return (
    <Stack>
      <AttentionMark attention={props.order.attention} />
      <Facts order={props.order} />
      <StageValues order={props.order} />
      {/* Of an empty run its proof says so. */}
      <Show when={props.order.status === 'completed'}>
        <MissingPhotos order={props.order} />
      </Show>
      <FeeTable order={props.order} />
      <Switch>
        <Match when={props.order.sentBack}>
          <SentBackNote order={props.order} />
        </Match>
        <Match when={stage() === 'unverified'}>
          <SentBackBefore order={props.order} />
          <VerifyForm order={props.order} onDone={() => props.onDone('unverified')} />
          <BackButton type="send-back" order={props.order} onDone={() => props.onDone()} />
        </Match>
        <Match when={stage() === 'verified'}>
          <ApproveForm order={props.order} onDone={() => props.onDone('verified')} />
        </Match>
        <Match when={stage() !== 'verified' && props.order.finance.statementId}>
          {(id) => <OnStatement id={id()} />}
        </Match>
        <Match when={stage() === 'priced'}>
          <PostForm order={props.order} onDone={() => props.onDone('priced')} />
        </Match>
        <Match when={restOf(props.order)}>
          <RestForm order={props.order} onDone={() => props.onDone()} />
        </Match>
      </Switch>
      <Show when={stage() !== 'unverified'}>
        <BackButton type="reverse-finance" order={props.order} onDone={() => props.onDone()} />
        <RepairButton order={props.order} />
      </Show>
      <Photos order={props.order} />
    </Stack>
  );
}

function Photos(props: { order: ProjectedOrder }): JSX.Element {
  const slots = useOrderSlots(() => props.order);
  return (
    <Show when={slots.photos().length > 0}>
      <OrderPhotos order={props.order} readOnly />
    </Show>
  );
}

function Facts(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(financeStrings);
  const words = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  const facts = (): KeyValue[] => {
    const { order } = props;
    const { finance } = order;
    const closing = closingEntry(order);
    const all: [label: string, value: string | undefined, wide?: boolean][] = [
      [words().fact.customer, names.customer(order.customerId)],
      [words().fact.customerOrderNumber, order.customerOrderNumber],
      [words().fact.contact, `${order.contact.name} ${format.phone(order.contact.phone)}`],
      [words().fact.requester, order.requester?.name],
      [words().fact.service, names.catalog(order.serviceId)],
      [words().fact.plate, [order.car.plate, order.car.model].filter(Boolean).join(' · ')],
      [words().fact.vin, order.car.vin],
      [words().fact.fault, order.fault],
      [words().fact.roadCondition, order.roadConditionId && names.catalog(order.roadConditionId)],
      [words().fact.pickup, order.pickup.address, true],
      [words().fact.destination, order.destination?.address, true],
      [words().fact.vehicle, names.vehicle(order.assignment?.vehicleId)],
      [words().fact.driver, names.staff(order.assignment?.driverId)],
      [t().column.closed, format.dateTime(closing?.recordedAt)],
      [words().fact.note, [order.note, closing?.note, closing?.reason].filter(Boolean).join(' / '), true],
      [t().method, names.catalog(finance.method)],
    ];
    return all.flatMap(([label, value, wide]) => (value ? [{ label, value, wide }] : []));
  };
  return <KeyValueList items={facts()} />;
}
