// One job: what the driver needs to know, how far it is, and the next step within reach of the thumb.
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { For, Show, type JSX } from 'solid-js';
import type { Place } from '#schemas/core/types.ts';
import { useReferenceMap } from '../data/reference.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { isApproximate } from '../orders/approximate.ts';
import { useNames } from '../orders/names.ts';
import { orderStrings } from '../orders/strings.ts';
import { OrderStatusBadge, UnsentMark } from '../orders/marks.tsx';
import { DriverPhotos } from '../photos/driver-photos.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { NotCertain } from './offers.tsx';
import { JobActions } from './job-actions.tsx';
import { hasAccepted, stepsDone, stepsOf } from './next-step.ts';
import { driverStrings } from './strings.ts';
import css from './driver.module.css';

export function JobView(props: { order: ProjectedOrder; onBack: () => void }): JSX.Element {
  const t = useStrings(driverStrings);
  const names = useNames();
  const catalog = useReferenceMap('catalog');
  const tows = () => catalog().get(props.order.serviceId)?.needsDestination === true;
  return (
    <article class={css.job}>
      <header class={css.line}>
        <Button variant="ghost" icon={ArrowLeft} onClick={() => props.onBack()}>
          {t().back}
        </Button>
        <OrderStatusBadge status={props.order.status} />
        <UnsentMark unsent={props.order.unsent} />
      </header>
      <Show when={props.order.status === 'voided'}>
        <Banner tone="danger" title={t().voidedTitle}>
          {t().voidedHint}
        </Banner>
      </Show>
      <NotCertain order={props.order} />
      <Progress order={props.order} tows={tows()} />
      <Facts order={props.order} service={names.catalog(props.order.serviceId)} />
      <Show when={hasAccepted(props.order)}>
        <DriverPhotos order={props.order} />
      </Show>
      <JobActions order={props.order} tows={tows()} />
    </article>
  );
}

function Progress(props: { order: ProjectedOrder; tows: boolean }): JSX.Element {
  const t = useStrings(driverStrings);
  const words = useStrings(orderStrings);
  const done = () => stepsDone(props.order.status, props.tows);
  return (
    <ol class={css.progress} aria-label={t().progress}>
      <For each={stepsOf(props.tows)}>
        {(step, index) => (
          <li
            data-done={index() < done() ? '' : undefined}
            aria-current={index() === done() - 1 ? 'step' : undefined}
          >
            {words().status[step]}
          </li>
        )}
      </For>
    </ol>
  );
}

function Facts(props: { order: ProjectedOrder; service: string }): JSX.Element {
  const t = useStrings(driverStrings);
  const format = useFormat();
  const car = () => props.order.car;
  const dispatchNote = () =>
    props.order.timeline.findLast(({ type }) => type === 'dispatch' || type === 'offer')?.note;
  return (
    <div class={css.facts}>
      <section class={css.fact}>
        <h2>{t().car}</h2>
        <p class={css.large}>{car().plate}</p>
        <p>{[props.service, car().model, car().color].filter(Boolean).join(' · ')}</p>
        <Show when={props.order.fault}>{(fault) => <p>{`${t().fault}: ${fault()}`}</p>}</Show>
      </section>
      <section class={css.fact}>
        <h2>{t().contact}</h2>
        <p class={css.large}>{props.order.contact.name}</p>
        <LinkButton external variant="secondary" size="large" href={`tel:${props.order.contact.phone}`}>
          {format.phone(props.order.contact.phone)}
        </LinkButton>
      </section>
      <PlaceFact title={t().pickup} place={props.order.pickup} />
      <Show when={props.order.destination}>
        {(place) => <PlaceFact title={t().destination} place={place()} />}
      </Show>
      <Show when={props.order.scheduledAt}>
        {(at) => (
          <section class={css.fact}>
            <h2>{t().scheduled}</h2>
            <p class={css.large}>
              <Time iso={at()} as="full" />
            </p>
          </section>
        )}
      </Show>
      <TextFact title={t().dispatchNote} text={dispatchNote()} />
      <TextFact title={t().remark} text={props.order.note} />
    </div>
  );
}

function TextFact(props: { title: string; text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text}>
      <section class={css.fact}>
        <h2>{props.title}</h2>
        <p>{props.text}</p>
      </section>
    </Show>
  );
}

function PlaceFact(props: { title: string; place: Place }): JSX.Element {
  const t = useStrings(driverStrings);
  const copy = async () => {
    await navigator.clipboard.writeText(props.place.address);
    toast.success(t().copied);
  };
  // geo: is WGS-84 by RFC 5870; the phone's own map application opens it.
  const geo = () =>
    `geo:${props.place.lat},${props.place.lng}?q=${props.place.lat},${props.place.lng}(${encodeURIComponent(props.place.address)})`;
  return (
    <section class={css.fact}>
      <h2>{props.title}</h2>
      <p class={css.large}>{props.place.address}</p>
      <Show when={isApproximate(props.place)}>
        <p class={css.approximate}>{t().approximate}</p>
      </Show>
      <div class={css.buttons}>
        <LinkButton external variant="secondary" size="large" href={geo()}>
          {t().navigate}
        </LinkButton>
        <Button variant="ghost" size="large" onClick={() => void copy()}>
          {t().copy}
        </Button>
      </div>
    </section>
  );
}
