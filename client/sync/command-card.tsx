// One command in words: what, about which order, when, and what was entered.
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Time } from '../ui/formatting.tsx';
import { orderPath } from './change.ts';
import { EnteredList } from './entered.tsx';
import { fieldsOfPayload, plateIn } from './entered-fields.ts';
import { itemProps } from './focus.ts';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';
import { typeStrings } from './type-strings.ts';

export interface CommandCardProps {
  readonly command: CommandDocument;
  readonly order: ProjectedOrder | undefined;
  /** Place in a queue, before the name. */
  readonly place?: number;
  /** What was entered is unfolded from the start. */
  readonly open?: boolean;
  /** Under the head: why it was refused, or may be. */
  readonly children?: JSX.Element;
  readonly actions?: JSX.Element;
}

export function CommandCard(props: CommandCardProps): JSX.Element {
  const t = useStrings(syncStrings);
  const typeName = useTypeName();
  const fields = () => fieldsOfPayload(props.command.payload);
  return (
    <li class={css.card} {...itemProps}>
      <div class={css.head}>
        <Show when={props.place}>{(place) => <span class={css.place}>{place()}</span>}</Show>
        <h3 class={css.type}>{typeName(props.command.type)}</h3>
        <OrderLink
          orderId={props.command.orderId}
          order={props.order}
          plate={plateIn(props.command.payload)}
        />
        <span class={css.time}>
          <Time iso={props.command.at} as="relative" />
        </span>
      </div>
      {props.children}
      <Show when={fields().length > 0}>
        <details class={css.entered} open={props.open ?? false}>
          <summary class={css.summary}>{t().entered}</summary>
          <EnteredList fields={fields()} />
        </details>
      </Show>
      <Show when={props.actions}>
        <div class={css.actions}>{props.actions}</div>
      </Show>
    </li>
  );
}

/** A type of a later version is called by its own name. */
export function useTypeName(): (type: string) => string {
  const types = useStrings(typeStrings);
  return (type) => Object.entries(types()).find(([name]) => name === type)?.[1] ?? type;
}

interface OrderLinkProps {
  readonly orderId: string;
  readonly order: ProjectedOrder | undefined;
  /** Of an order that this device does not hold, as it was entered. */
  readonly plate?: string | undefined;
  /** Where the whole row opens something else. */
  readonly plain?: boolean | undefined;
}

export function OrderLink(props: OrderLinkProps): JSX.Element {
  const t = useStrings(syncStrings);
  const actor = useActor();
  const unheld = () => (props.plate ? [t().newOrder, props.plate].join(' · ') : t().noOrder);
  const name = (order: ProjectedOrder) => [order.number || t().newOrder, order.car.plate].join(' · ');
  return (
    <Show when={props.order} fallback={<span class={css.time}>{unheld()}</span>}>
      {(order) => (
        <Show when={!props.plain} fallback={name(order())}>
          <A href={orderPath(props.orderId, actor)}>{name(order())}</A>
        </Show>
      )}
    </Show>
  );
}
