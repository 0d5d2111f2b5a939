// Jobs that are offered to several drivers at once: what, where and how far, accepted or declined in one tap. And
// what became of those that somebody else was quicker with.
import { For, Show, createMemo, createSignal, type JSX } from 'solid-js';
import type { Position } from '#schemas/core/types.ts';
import { estimatedRoad } from '#schemas/fleet/distance.ts';
import { isOfferOver, type Offer } from '#schemas/orders/offer.ts';
import { useCodeText } from '../app/code-text.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { usePersonalKey } from '../ui/person.tsx';
import { hasTaken, isLost, readTaken, rememberTaken } from './taken.ts';
import { currentPosition } from './position.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useReport } from './report.ts';
import { driverStrings } from './strings.ts';
import css from './driver.module.css';

export function OfferList(props: { orders: readonly ProjectedOrder[] }): JSX.Element {
  const t = useStrings(driverStrings);
  // Not a resource: nobody waits for it.
  const [position, setPosition] = createSignal<Position>();
  void currentPosition().then(setPosition);
  return (
    <Show when={props.orders.length > 0}>
      <section class={css.section} aria-label={t().offers}>
        <h2 class={css.heading}>{t().offers}</h2>
        <ul class={css.list}>
          <For each={props.orders}>
            {(order) => (
              <Show when={order.offer}>
                {(offer) => <OfferCard order={order} offer={offer()} from={position()} />}
              </Show>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

interface CardProps {
  readonly order: ProjectedOrder;
  readonly offer: Offer;
  readonly from: { readonly lng: number; readonly lat: number } | undefined;
}

function OfferCard(props: CardProps): JSX.Element {
  const t = useStrings(driverStrings);
  const names = useNames();
  const format = useFormat();
  const service = () => names.catalog(props.order.serviceId);
  const away = () => props.from && t().away(format.distance(estimatedRoad(props.from, props.order.pickup)));
  return (
    <li class={css.offer} aria-label={`${props.order.car.plate} ${props.order.pickup.address}`}>
      <span class={css.line}>
        <strong class={css.plate}>
          {service()} <span class={css.service}>{props.order.car.plate}</span>
        </strong>
        <span class={css.since}>{format.relative(props.offer.at)}</span>
      </span>
      <span class={css.address}>{props.order.pickup.address}</span>
      <Show when={props.order.destination}>
        {(place) => <span class={css.quiet}>{t().offeredTo(place().address)}</span>}
      </Show>
      <span class={css.quiet}>
        {[away(), props.order.car.model, props.order.fault].filter(Boolean).join(' · ')}
      </span>
      <Show when={props.offer.note}>{(note) => <span>{note()}</span>}</Show>
      <Limit offer={props.offer} />
      <Answer order={props.order} />
    </li>
  );
}

/** After it one may still try: the office may have found nobody else. */
function Limit(props: { offer: Offer }): JSX.Element {
  const t = useStrings(driverStrings);
  const format = useFormat();
  const isOver = () => isOfferOver(props.offer, format.now());
  return (
    <Show when={props.offer.until}>
      {(until) => (
        <span class={css.limit} data-over={isOver() ? '' : undefined}>
          {isOver() ? t().offerOver : t().offerUntil(format.short(until()))}
        </span>
      )}
    </Show>
  );
}

function Answer(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(driverStrings);
  const key = usePersonalKey('taken');
  const [declining, setDeclining] = createSignal(false);
  const id = () => props.order.id;
  const take = useReport(id, () => t().taken);
  const decline = useReport(id);
  const accept = (): void => {
    const { car, pickup } = props.order;
    rememberTaken(key, id(), `${car.plate} ${pickup.address}`);
    void take.report('accept', {});
  };
  return (
    <>
      <div class={css.answers}>
        <Button variant="primary" size="large" busy={take.busy()} onClick={accept}>
          {t().take}
        </Button>
        <Button size="large" busy={decline.busy()} onClick={() => setDeclining(true)}>
          {t().notTake}
        </Button>
      </div>
      <ReasonDialog
        type="decline"
        open={declining()}
        error={decline.error()}
        onReason={async (_type, reason) => {
          if (await decline.report('decline', { reason })) setDeclining(false);
        }}
        onCancel={() => setDeclining(false)}
      />
    </>
  );
}

/** Until the server has heard of it somebody else may be first. */
export function NotCertain(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(driverStrings);
  const sync = useSync();
  const isOpen = createMemo(() => hasTaken(props.order, new Set(sync.unsent().map(({ id }) => id))));
  return (
    <Show when={isOpen()}>
      <Banner tone="warning" title={t().notCertain}>
        {t().notCertainHint}
      </Banner>
    </Show>
  );
}

/** Whose they became; each until it was read. */
export function LostOffers(): JSX.Element {
  const t = useStrings(driverStrings);
  const sync = useSync();
  const codeText = useCodeText();
  const key = usePersonalKey('taken');
  const lost = createMemo(() => sync.refused().filter(isLost));
  return (
    <Show when={lost().length > 0}>
      <ul class={css.lost} aria-label={t().lost}>
        <For each={lost()}>
          {(command) => (
            <li>
              <Banner
                tone="warning"
                title={readTaken(key, command.orderId) ?? t().offers}
                action={
                  <Button size="small" onClick={() => void sync.dismiss(command.id)}>
                    {t().understood}
                  </Button>
                }
              >
                {codeText(command.verdict?.code)}
                <Show when={command.verdict?.detail}>
                  {(who) => <strong>{t().wasFirst(who())}</strong>}
                </Show>{' '}
                <Time iso={command.at} as="relative" />
              </Banner>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
