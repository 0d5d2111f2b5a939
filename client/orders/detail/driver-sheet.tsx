// The order on one sheet of A4 for the driver: what he needs to get there and do it, and room to sign. No prices.
import { For, Show, type JSX } from 'solid-js';
import type { Place } from '#schemas/core/types.ts';
import type { ProjectedOrder } from '../../data/orders.ts';
import { useReferenceMap } from '../../data/reference.ts';
import { useStrings } from '../../i18n/strings.ts';
import { useFormat } from '../../ui/formatting.tsx';
import { PaperHead } from '../../ui/paper.tsx';
import { Printed } from '../../ui/printed.tsx';
import { writeCoordinates } from '../coordinates.ts';
import { useNames } from '../names.ts';
import { orderStrings } from '../strings.ts';
import css from './driver-sheet.module.css';
import { detailStrings } from './strings.ts';

export function DriverSheet(props: { order: ProjectedOrder }): JSX.Element {
  return <Printed>{() => <Sheet order={props.order} />}</Printed>;
}

function Sheet(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(detailStrings);
  const words = useStrings(orderStrings);
  const rows = useRows(() => props.order);
  return (
    <article class={css.sheet}>
      <PaperHead />
      <header class={css.head}>
        <h1>{t().sheet.title}</h1>
        <strong class={css.number}>{props.order.number || words().numberPending}</strong>
      </header>
      <dl class={css.rows}>
        <For each={rows()}>
          {({ label, value, large }) => (
            <div data-large={large ? '' : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
      <ToFillIn />
    </article>
  );
}

interface Row {
  readonly label: string;
  readonly value: string;
  /** What is read from the seat. */
  readonly large?: boolean;
}

/** What was not entered takes no room. */
function useRows(order: () => ProjectedOrder): () => Row[] {
  const t = useStrings(detailStrings);
  const words = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  const catalog = useReferenceMap('catalog');
  return () => {
    const { car, contact, requester, pickup, destination, assignment, timeline, ...rest } = order();
    const { fact } = words();
    const person = (one: { name: string; phone?: string } | undefined) =>
      one ? `${one.name} ${one.phone ? format.phone(one.phone) : ''}` : '';
    const equipment = catalog().get(rest.serviceId)?.equipmentIds ?? [];
    const dispatchNote = timeline.findLast(({ type }) => type === 'dispatch')?.note;
    const rows: [label: string, value: string | undefined, large?: boolean][] = [
      [fact.plate, [car.plate, car.color, car.model].filter(Boolean).join(' '), true],
      [fact.contact, person(contact), true],
      [fact.pickup, placeText(pickup), true],
      [fact.destination, destination && placeText(destination), true],
      [fact.service, names.catalog(rest.serviceId), true],
      [t().sheet.equipment, equipment.map((id) => names.catalog(id)).join(words().listSeparator)],
      [fact.fault, rest.fault],
      [fact.roadCondition, names.catalog(rest.roadConditionId)],
      [fact.scheduledAt, rest.scheduledAt && format.dateTime(rest.scheduledAt)],
      [fact.vin, car.vin],
      [fact.vehicle, names.vehicle(assignment?.vehicleId)],
      [fact.driver, person(assignment && { name: names.staff(assignment.driverId) })],
      [fact.customer, names.customer(rest.customerId)],
      [fact.customerOrderNumber, rest.customerOrderNumber],
      [fact.requester, person(requester)],
      [t().sheet.dispatchNote, dispatchNote],
      [fact.note, rest.note],
    ];
    return rows.flatMap(([label, value, large = false]) => (value?.trim() ? [{ label, value, large }] : []));
  };
}

const placeText = (place: Place): string => `${place.address} (${writeCoordinates(place)} WGS-84)`;

function ToFillIn(): JSX.Element {
  const t = useStrings(detailStrings);
  const lines = () => Object.values(t().sheet.fillIn);
  const signatures = () => Object.values(t().sheet.signatures);
  return (
    <section class={css.fillIn}>
      <div class={css.blanks}>
        <For each={lines()}>{(label) => <Blank label={label} />}</For>
      </div>
      <p>{t().sheet.condition}</p>
      <div class={css.free} />
      <div class={css.signatures}>
        <For each={signatures()}>{(label) => <Blank label={label} tall />}</For>
      </div>
    </section>
  );
}

/** A line to write on. */
function Blank(props: { label: string; tall?: boolean }): JSX.Element {
  return (
    <span class={css.blank} data-tall={props.tall ? '' : undefined}>
      <Show when={props.label}>{props.label}</Show>
      <span class={css.line} />
    </span>
  );
}
