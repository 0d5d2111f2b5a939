// Everything on the live map as a list; what is chosen in it, or on the map, says more.
import { Key } from '@solid-primitives/keyed';
import { A } from '@solidjs/router';
import { createEffect, For, Show, type Accessor, type JSX } from 'solid-js';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { stateTones } from '../fleet/columns.tsx';
import { vehicleStrings } from '../fleet/strings.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderNumber, OrderStatusBadge } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import { orderPath } from '../orders/order-path.ts';
import { RunningClock } from '../orders/target-clock.tsx';
import { StatusBadge } from '../ui/badge.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { EmptyState } from '../ui/states.tsx';
import css from './live-map.module.css';
import type { Shown } from './live-map-page.tsx';
import type { VehicleMark } from './marks.ts';
import { ageOf } from './points.ts';
import { liveMapStrings } from './strings.ts';

interface Choice {
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}

/** @param narrowed by what somebody looks for */
export function MarkList(props: Choice & { shown: Shown; narrowed: boolean }): JSX.Element {
  const t = useStrings(liveMapStrings);
  const { online } = useSync();
  const isEmpty = () => Object.values(props.shown).every((some) => some.length === 0);
  return (
    <section class={css.list} aria-label={t().list}>
      <Show when={!online()}>
        <p class={css.note}>{t().offline}</p>
      </Show>
      <Show when={isEmpty()}>
        <EmptyState
          title={props.narrowed ? t().emptyTitle : t().noneTitle}
          hint={props.narrowed ? t().emptyHint : t().noneHint}
        />
      </Show>
      <Group title={t().orders} items={props.shown.orders} idOf={({ id }) => id}>
        {(order) => <OrderEntry {...props} order={order()} />}
      </Group>
      <Group title={t().vehicles} items={props.shown.vehicles} idOf={({ vehicle }) => vehicle.id}>
        {(mark) => <VehicleEntry {...props} mark={mark()} />}
      </Group>
      <Group title={t().drivers} items={props.shown.drivers} idOf={({ id }) => id}>
        {(position) => <DriverEntry {...props} position={position()} />}
      </Group>
    </section>
  );
}

/** An entry is made once and follows what becomes of its item: positions come while somebody points at one. */
function Group<Item>(props: {
  title: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  children: (item: Accessor<Item>) => JSX.Element;
}): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <h2 class={css.heading}>
        {props.title} <span class={css.count}>{props.items.length}</span>
      </h2>
      <ul class={css.entries} aria-label={props.title}>
        <Key each={props.items} by={props.idOf}>
          {(item) => props.children(item)}
        </Key>
      </ul>
    </Show>
  );
}

/** Pressed once it is chosen and says more, pressed again no longer. */
function Entry(
  props: Choice & {
    id: string;
    title: string;
    mark?: JSX.Element;
    lines: readonly (string | undefined)[];
    /** The order that it is about, and how long there is for it. */
    order?: ProjectedOrder | undefined;
    children: JSX.Element;
  },
): JSX.Element {
  const isOpen = () => props.selected === props.id;
  let element!: HTMLLIElement;
  createEffect(() => isOpen() && element.scrollIntoView({ block: 'nearest' }));
  return (
    <li ref={element} class={css.entry} data-selected={isOpen() ? '' : undefined}>
      <button
        type="button"
        class={css.head}
        aria-expanded={isOpen()}
        onClick={() => props.onSelect(isOpen() ? undefined : props.id)}
      >
        <span class={css.title}>
          <strong>{props.title}</strong>
          {props.mark}
        </span>
        <Show when={props.order}>
          {(order) => (
            <span class={css.order}>
              <OrderNumber number={order().number} />
              <RunningClock order={order()} />
            </span>
          )}
        </Show>
        <For each={props.lines.filter(Boolean)}>{(line) => <span class={css.line}>{line}</span>}</For>
      </button>
      <Show when={isOpen()}>
        <div class={css.more}>{props.children}</div>
      </Show>
    </li>
  );
}

function VehicleEntry(props: Choice & { mark: VehicleMark<ProjectedOrder> }): JSX.Element {
  const t = useStrings(liveMapStrings);
  const words = useStrings(vehicleStrings);
  const names = useNames();
  const format = useFormat();
  const mark = () => props.mark;
  const drivers = () => mark().driverIds.map(names.staff).join(t().listSeparator);
  return (
    <Entry
      id={mark().vehicle.id}
      selected={props.selected}
      onSelect={props.onSelect}
      title={mark().vehicle.plate}
      mark={<StatusBadge tone={stateTones[mark().state]}>{words().states[mark().state]}</StatusBadge>}
      order={mark().orders[0]}
      lines={[drivers(), ageOf(mark().spot, t(), format)]}
    >
      <p>
        {names.catalog(mark().vehicle.typeId)} · {names.outlet(mark().vehicle.outletId)}
      </p>
      <For each={mark().driverIds}>{(id) => <Person id={id} />}</For>
      <For each={mark().orders} fallback={<p>{t().noOrder}</p>}>
        {(order) => <OrderLine order={order} />}
      </For>
    </Entry>
  );
}

function DriverEntry(props: Choice & { position: VehiclePosition }): JSX.Element {
  const t = useStrings(liveMapStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <Entry
      id={props.position.id}
      selected={props.selected}
      onSelect={props.onSelect}
      title={names.staff(props.position.driverId)}
      lines={[t().unknownVehicle, ageOf(props.position, t(), format)]}
    >
      <Person id={props.position.driverId} />
    </Entry>
  );
}

function OrderEntry(props: Choice & { order: ProjectedOrder }): JSX.Element {
  const names = useNames();
  return (
    <Entry
      id={props.order.id}
      selected={props.selected}
      onSelect={props.onSelect}
      title={props.order.car.plate}
      mark={<OrderStatusBadge status={props.order.status} />}
      order={props.order}
      lines={[names.catalog(props.order.serviceId), props.order.pickup.address]}
    >
      <OrderLine order={props.order} />
    </Entry>
  );
}

function Person(props: { id: string }): JSX.Element {
  const names = useNames();
  const format = useFormat();
  return (
    <p>
      {names.staff(props.id)}{' '}
      <Show when={names.staffPhone(props.id)}>
        {(phone) => <a href={`tel:${phone()}`}>{format.phone(phone())}</a>}
      </Show>
    </p>
  );
}

function OrderLine(props: { order: ProjectedOrder }): JSX.Element {
  return (
    <p>
      <A href={orderPath(props.order)}>{props.order.number || props.order.car.plate}</A>{' '}
      <OrderStatusBadge status={props.order.status} /> {props.order.pickup.address}
    </p>
  );
}
