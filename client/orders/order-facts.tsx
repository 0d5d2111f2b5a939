// What an order says, in sections of names and values.
import MapPin from 'lucide-solid/icons/map-pin';
import Phone from 'lucide-solid/icons/phone';
import { createMemo, Show, type JSX } from 'solid-js';
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
import { orderStrings, type OrderStrings } from './strings.ts';

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
      <Section title={t().section.rescue} facts={rescue} />
      <Section title={t().section.car} facts={car} />
      <Section title={t().section.order} facts={origin} />
      <Section title={t().section.assignment} facts={assignment} />
      <Section title={t().section.confirmation} facts={confirmation} />
      <Section title={t().section.rating} facts={rating} />
      <Show when={may('finance.view') && !props.withoutFinance}>
        <Section title={t().section.finance} facts={finance} />
      </Show>
    </>
  );
}

/** Nothing when nothing is known. */
function Section(props: { title: string; facts: readonly Fact[] }): JSX.Element {
  const known = createMemo(() => props.facts.filter((each) => each.isKnown()));
  return (
    <Show when={known().length > 0}>
      <section class={css.section}>
        <h3>{props.title}</h3>
        <KeyValueList items={known()} />
      </section>
    </Show>
  );
}

/**
 * Made once; what it says is read where it is drawn. So what is marked for copying stays marked while the order
 * changes, and the number that is pressed is the one that is dialled.
 */
interface Fact extends KeyValue {
  isKnown(): boolean;
}

type Read = () => ProjectedOrder;

/** @returns makes a fact of its name, what has to be entered for it to be shown, and how that is written */
function useFact() {
  const t = useStrings(orderStrings);
  return (
    name: keyof OrderStrings['fact'],
    entered: () => unknown,
    value = entered as () => JSX.Element,
  ): Fact => ({
    get label() {
      return t().fact[name];
    },
    get value() {
      return value();
    },
    isKnown: () => !isNothing(entered()),
  });
}

const isNothing = (entered: unknown): boolean => entered === undefined || entered === null || entered === '';

const always = () => true;

function useRescue(order: Read): readonly Fact[] {
  const names = useNames();
  const fact = useFact();
  return [
    fact('contact', always, () => <PersonLine name={order().contact.name} phone={order().contact.phone} />),
    fact('service', always, () => names.catalog(order().serviceId)),
    fact(
      'scheduledAt',
      () => order().scheduledAt,
      () => <Time iso={order().scheduledAt} as="full" />,
    ),
    fact('pickup', always, () => <PlaceLine place={order().pickup} />),
    fact(
      'roadCondition',
      () => order().roadConditionId,
      () => names.catalog(order().roadConditionId),
    ),
    fact(
      'destination',
      () => order().destination,
      () => <Show when={order().destination}>{(place) => <PlaceLine place={place()} />}</Show>,
    ),
    fact('note', () => order().note),
  ];
}

function useCar(order: Read): readonly Fact[] {
  const fact = useFact();
  return [
    fact('plate', always, () => <strong>{order().car.plate}</strong>),
    fact('model', () => [order().car.color, order().car.model].filter(Boolean).join(' ')),
    fact('vin', () => order().car.vin),
    fact('fault', () => order().fault),
  ];
}

function useOrigin(order: Read): readonly Fact[] {
  const names = useNames();
  const fact = useFact();
  return [
    fact('customer', always, () => names.customer(order().customerId)),
    fact('customerOrderNumber', () => order().customerOrderNumber),
    fact(
      'requester',
      () => order().requester,
      () => <PersonLine name={order().requester?.name ?? ''} phone={order().requester?.phone} />,
    ),
    fact('outlet', always, () => names.outlet(order().outletId)),
  ];
}

function useAssignment(order: Read): readonly Fact[] {
  const t = useStrings(orderStrings);
  const names = useNames();
  const fact = useFact();
  const assignment = () => order().assignment;
  return [
    fact('vehicle', assignment, () => names.vehicle(assignment()?.vehicleId)),
    fact('driver', assignment, () => <Driver id={assignment()?.driverId} />),
    fact(
      'result',
      () => order().result,
      () => t().result[order().result ?? 'success'],
    ),
  ];
}

function useConfirmation(order: Read): readonly Fact[] {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  const fact = useFact();
  // Nobody is asked about an order that was voided before its end.
  const isDue = () => order().status !== 'voided' || order().confirmation?.state !== 'expected';
  const confirmation = () => (isDue() ? order().confirmation : undefined);
  return [
    fact('confirmation', confirmation, () => t().confirmation[confirmation()?.state ?? 'waiting']),
    fact('outcome', () => confirmation()?.outcome),
    fact('returnRemark', () => confirmation()?.returnRemark),
    fact(
      'confirmedBy',
      () => confirmation()?.by,
      () => t().confirmedByAt(names.staff(confirmation()?.by), format.short(confirmation()?.at)),
    ),
  ];
}

function useRating(order: Read): readonly Fact[] {
  const fact = useFact();
  return [
    fact(
      'rating',
      () => order().rating,
      () => <Stars count={order().rating?.stars ?? 0} />,
    ),
    fact('comment', () => order().rating?.comment),
  ];
}

function useFinance(order: Read): readonly Fact[] {
  const t = useStrings(orderStrings);
  const format = useFormat();
  const fact = useFact();
  const finance = () => order().finance;
  return [
    fact('stage', always, () => t().stage[finance().stage]),
    fact(
      'amount',
      () => finance().amountFen,
      () => format.money(finance().amountFen ?? 0),
    ),
    fact(
      'received',
      () => finance().receivedFen,
      () => format.money(finance().receivedFen ?? 0),
    ),
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
        {/* Said, since whoever copies the numbers pastes that too. */}
        {writeCoordinates(props.place)} WGS-84{' '}
        <Show when={isApproximate(props.place)}>
          <Badge tone="warning" icon={MapPin}>
            {t().approximate}
          </Badge>
        </Show>
      </div>
    </>
  );
}
