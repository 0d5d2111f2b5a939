// The driver's phone: the list of jobs, and one job with its next step.
import { A, useNavigate, useParams } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { givesToCrew } from '#schemas/orders/crew.ts';
import { isOpen } from '#schemas/orders/order.ts';
import { OwnCash } from '../cash/own-cash.tsx';
import { useMyJobs, useMyOffers, type ProjectedOrder } from '../data/orders.ts';
import { useNames } from '../orders/names.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { OrderStatusBadge, UnsentMark } from '../orders/marks.tsx';
import { LostOffers, NotCertain, OfferList } from './offers.tsx';
import { JobView } from './job-view.tsx';
import { useWatchedPosition } from './position.ts';
import { SharedNote } from './sharing.tsx';
import { driverStrings } from './strings.ts';
import css from './driver.module.css';

export default function JobsPage(): JSX.Element {
  const t = useStrings(driverStrings);
  const sync = useSync();
  const jobs = useMyJobs();
  const offers = useMyOffers();
  const params = useParams<{ id?: string }>();
  const navigate = useNavigate();
  useWatchedPosition();
  const chosen = () => jobs.orders().find(({ id }) => id === params.id);
  const open = () => jobs.orders().filter(({ status }) => isOpen(status));
  const closed = () => jobs.orders().filter(({ status }) => !isOpen(status));
  const isReady = () =>
    jobs.orders().length + offers.orders().length > 0 ||
    (!jobs.loading() && (sync.initialSyncDone() || !sync.online()));

  return (
    <Page title={t().title}>
      <SharedNote />
      <Show when={isReady()} fallback={<LoadingState rows={4} />}>
        <Show
          when={params.id}
          fallback={<JobLists offers={offers.orders()} open={open()} closed={closed()} />}
        >
          <Show
            when={chosen()}
            fallback={
              <EmptyState
                title={t().notFound}
                hint={t().notFoundHint}
                action={<A href="/jobs">{t().back}</A>}
              />
            }
          >
            {(order) => <JobView order={order()} onBack={() => navigate('/jobs')} />}
          </Show>
        </Show>
      </Show>
    </Page>
  );
}

function JobLists(props: {
  offers: readonly ProjectedOrder[];
  open: readonly ProjectedOrder[];
  closed: readonly ProjectedOrder[];
}): JSX.Element {
  const t = useStrings(driverStrings);
  return (
    <>
      <LostOffers />
      <OfferList orders={props.offers} />
      <Show when={props.open.length > 0} fallback={<NothingOpen isOffered={props.offers.length > 0} />}>
        <JobList title={t().open} orders={props.open} />
      </Show>
      <OwnCash />
      <Show when={props.closed.length > 0}>
        <JobList title={t().recent} orders={props.closed} quiet />
      </Show>
    </>
  );
}

function NothingOpen(props: { isOffered: boolean }): JSX.Element {
  const t = useStrings(driverStrings);
  return (
    <Show when={!props.isOffered}>
      <EmptyState title={t().emptyTitle} hint={t().emptyHint} />
    </Show>
  );
}

function JobList(props: { title: string; orders: readonly ProjectedOrder[]; quiet?: boolean }): JSX.Element {
  return (
    <section class={css.section} aria-label={props.title}>
      <h2 class={css.heading}>{props.title}</h2>
      <ul class={css.list} data-quiet={props.quiet ? '' : undefined}>
        <For each={props.orders}>{(order) => <JobCard order={order} />}</For>
      </ul>
    </section>
  );
}

function JobCard(props: { order: ProjectedOrder }): JSX.Element {
  const format = useFormat();
  const names = useNames();
  const since = () => props.order.timeline.findLast(givesToCrew)?.recordedAt;
  return (
    <li>
      <A href={`/jobs/${props.order.id}`} class={css.card}>
        <span class={css.line}>
          <OrderStatusBadge status={props.order.status} />
          <UnsentMark unsent={props.order.unsent} />
          <span class={css.since}>{format.relative(since())}</span>
        </span>
        <strong class={css.plate}>
          {props.order.car.plate} <span class={css.service}>{names.catalog(props.order.serviceId)}</span>
        </strong>
        <span class={css.address}>{props.order.pickup.address}</span>
      </A>
      <NotCertain order={props.order} />
    </li>
  );
}
