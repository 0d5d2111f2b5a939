// What an order says, in sections of names and values.
import MapPin from 'lucide-solid/icons/map-pin';
import Phone from 'lucide-solid/icons/phone';
import { Show, type JSX } from 'solid-js';
import type { Place } from '#schemas/core/types.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useMay } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Badge } from '../ui/badge.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { KeyValueList, type KeyValue } from '../ui/key-value-list.tsx';
import { isApproximate } from './approximate.ts';
import { writeCoordinates } from './coordinates.ts';
import { useNames } from './names.ts';
import css from './orders.module.css';
import { Stars } from './stars.tsx';
import { orderStrings } from './strings.ts';

/** @param props.withoutFinance where that stands elsewhere in full */
export function OrderFacts(props: { order: ProjectedOrder; withoutFinance?: boolean }): JSX.Element {
  const t = useStrings(orderStrings);
  const may = useMay();
  const order = (): ProjectedOrder => props.order;
  const rescue = useRescue(order);
  const car = useCar(order);
  const origin = useOrigin(order);
  const assignment = useAssignment(order);
  const finance = useFinance(order);
  const confirmation = useConfirmation(order);
  const rating = useRating(order);
  return (
    <>
      <Section title={t().section.rescue} items={rescue()} />
      <Section title={t().section.car} items={car()} />
      <Section title={t().section.order} items={origin()} />
      <Section title={t().section.assignment} items={assignment()} />
      <Section title={t().section.confirmation} items={confirmation()} />
      <Section title={t().section.rating} items={rating()} />
      <Show when={may('finance.view') && !props.withoutFinance}>
        <Section title={t().section.finance} items={finance()} />
      </Show>
    </>
  );
}

/** Nothing when nothing is known. */
function Section(props: { title: string; items: readonly KeyValue[] }): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <section class={css.section}>
        <h3>{props.title}</h3>
        <KeyValueList items={props.items} />
      </section>
    </Show>
  );
}

type Facts = () => readonly KeyValue[];
type Read = () => ProjectedOrder;

/** Leaves out what was not entered. The value is read when it is drawn, so it follows the order. */
const fact = (label: string, present: unknown, value: () => JSX.Element): KeyValue[] =>
  present === undefined || present === '' || present === null
    ? []
    : [
        {
          label,
          get value() {
            return value();
          },
        },
      ];

function useRescue(order: Read): Facts {
  const t = useStrings(orderStrings);
  const names = useNames();
  return () => [
    ...fact(t().fact.contact, true, () => (
      <PersonLine name={order().contact.name} phone={order().contact.phone} />
    )),
    ...fact(t().fact.service, true, () => names.catalog(order().serviceId)),
    ...fact(t().fact.scheduledAt, order().scheduledAt, () => <Time iso={order().scheduledAt} as="full" />),
    ...fact(t().fact.pickup, true, () => <PlaceLine place={order().pickup} />),
    ...fact(t().fact.roadCondition, order().roadConditionId, () => names.catalog(order().roadConditionId)),
    ...fact(t().fact.destination, order().destination, () => (
      <Show when={order().destination}>{(place) => <PlaceLine place={place()} />}</Show>
    )),
    ...fact(t().fact.note, order().note, () => order().note),
  ];
}

function useCar(order: Read): Facts {
  const t = useStrings(orderStrings);
  const model = () => [order().car.color, order().car.model].filter(Boolean).join(' ');
  return () => [
    ...fact(t().fact.plate, true, () => <strong>{order().car.plate}</strong>),
    ...fact(t().fact.model, model(), model),
    ...fact(t().fact.vin, order().car.vin, () => order().car.vin),
    ...fact(t().fact.fault, order().fault, () => order().fault),
  ];
}

function useOrigin(order: Read): Facts {
  const t = useStrings(orderStrings);
  const names = useNames();
  return () => [
    ...fact(t().fact.customer, true, () => names.customer(order().customerId)),
    ...fact(t().fact.customerOrderNumber, order().customerOrderNumber, () => order().customerOrderNumber),
    ...fact(t().fact.requester, order().requester, () => (
      <PersonLine name={order().requester?.name ?? ''} phone={order().requester?.phone} />
    )),
    ...fact(t().fact.outlet, true, () => names.outlet(order().outletId)),
  ];
}

function useAssignment(order: Read): Facts {
  const t = useStrings(orderStrings);
  const names = useNames();
  return () => [
    ...fact(t().fact.vehicle, order().assignment, () => names.vehicle(order().assignment?.vehicleId)),
    ...fact(t().fact.driver, order().assignment, () => <Driver id={order().assignment?.driverId} />),
    ...fact(t().fact.result, order().result, () => t().result[order().result ?? 'success']),
  ];
}

function useConfirmation(order: Read): Facts {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  // Nobody is asked about an order that was voided before its end.
  const isDue = () => order().status !== 'voided' || order().confirmation?.state !== 'expected';
  const confirmation = () => (isDue() ? order().confirmation : undefined);
  return () => [
    ...fact(
      t().fact.confirmation,
      confirmation(),
      () => t().confirmation[confirmation()?.state ?? 'waiting'],
    ),
    ...fact(t().fact.outcome, confirmation()?.outcome, () => confirmation()?.outcome),
    ...fact(t().fact.returnRemark, confirmation()?.returnRemark, () => confirmation()?.returnRemark),
    ...fact(t().fact.confirmedBy, confirmation()?.by, () =>
      t().confirmedByAt(names.staff(confirmation()?.by), format.short(confirmation()?.at)),
    ),
  ];
}

function useRating(order: Read): Facts {
  const t = useStrings(orderStrings);
  return () => [
    ...fact(t().fact.rating, order().rating, () => <Stars count={order().rating?.stars ?? 0} />),
    ...fact(t().fact.comment, order().rating?.comment, () => order().rating?.comment),
  ];
}

function useFinance(order: Read): Facts {
  const t = useStrings(orderStrings);
  const format = useFormat();
  const finance = () => order().finance;
  return () => [
    ...fact(t().fact.stage, true, () => t().stage[finance().stage]),
    ...fact(t().fact.amount, finance().amountFen, () => format.money(finance().amountFen ?? 0)),
    ...fact(t().fact.received, finance().receivedFen, () => format.money(finance().receivedFen ?? 0)),
  ];
}

function Driver(props: { id: string | undefined }): JSX.Element {
  const names = useNames();
  return <PersonLine name={names.staff(props.id)} phone={names.staffPhone(props.id)} />;
}

function PersonLine(props: { name: string; phone: string | undefined }): JSX.Element {
  const t = useStrings(orderStrings);
  const format = useFormat();
  return (
    <>
      {props.name}{' '}
      <Show when={props.phone}>
        {(phone) => (
          <a
            class={css.phone}
            href={`tel:${phone()}`}
            aria-label={t().call(`${props.name} ${format.phone(phone())}`)}
          >
            <Phone size={12} /> {format.phone(phone())}
          </a>
        )}
      </Show>
    </>
  );
}

function PlaceLine(props: { place: Place }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <>
      {props.place.address}
      <div class={css.sub}>
        {writeCoordinates(props.place)}{' '}
        <Show when={isApproximate(props.place)}>
          <Badge tone="warning" icon={MapPin}>
            {t().approximate}
          </Badge>
        </Show>
      </div>
    </>
  );
}
