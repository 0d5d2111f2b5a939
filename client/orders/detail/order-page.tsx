// One order with everything that is known of it, on a page of its own: what it is, what can be done next, where it
// went, what was said, photographed and charged. Also one that this device holds no more.
import { useParams } from '@solidjs/router';
import Copy from 'lucide-solid/icons/copy';
import Printer from 'lucide-solid/icons/printer';
import { createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { useOrderAnywhere, type OrderAnywhere } from '../../data/order-in-full.ts';
import type { ProjectedOrder } from '../../data/orders.ts';
import { useMay } from '../../data/session.ts';
import { useSync } from '../../data/sync-state.ts';
import { useStrings } from '../../i18n/strings.ts';
import { OrderPhotos } from '../../photos/order-photos.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { OrderStatusBadge, UnsentMark } from '../marks.tsx';
import { MessagesSection } from '../messages-section.tsx';
import { OrderActions } from '../order-actions.tsx';
import { OrderFacts } from '../order-facts.tsx';
import { Warnings } from '../order-panel.tsx';
import { SentBackNote } from '../sent-back.tsx';
import { OrderTimeline } from '../order-timeline.tsx';
import orderCss from '../orders.module.css';
import { orderStrings } from '../strings.ts';
import { ClocksSection } from '../target-clock.tsx';
import { DriverSheet } from './driver-sheet.tsx';
import css from './detail.module.css';
import { FinanceCard } from './finance-card.tsx';
import { RelatedCard } from './related-card.tsx';
import { detailStrings } from './strings.ts';
import { TrackMap } from './track-map.tsx';

export default function OrderPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const one = useOrderAnywhere(() => params.id);
  const sync = useSync();
  const isComing = () =>
    one.loading() || (!sync.initialSyncDone() && sync.online() && one.state() !== 'refused');
  return (
    <Switch fallback={<NotHere one={one} />}>
      <Match when={one.order()}>{(order) => <Whole order={order()} one={one} />}</Match>
      <Match when={isComing()}>
        <LoadingState rows={8} />
      </Match>
    </Switch>
  );
}

/** Nobody can say whether there is one while the server cannot be asked. */
function NotHere(props: { one: OrderAnywhere }): JSX.Element {
  const t = useStrings(detailStrings);
  const words = useStrings(orderStrings);
  return (
    <Show
      when={props.one.state() === 'offline'}
      fallback={<EmptyState page title={words().notFoundTitle} hint={words().notFoundHint} />}
    >
      <ErrorState page title={t().offline} hint={t().offlineHint} onRetry={() => props.one.refresh()} />
    </Show>
  );
}

function Whole(props: { order: ProjectedOrder; one: OrderAnywhere }): JSX.Element {
  const t = useStrings(detailStrings);
  const words = useStrings(orderStrings);
  const may = useMay();
  const [place, setPlace] = createSignal<string>();
  return (
    <Page
      title={props.order.number || words().numberPending}
      titleExtra={
        <>
          <OrderStatusBadge status={props.order.status} />
          <UnsentMark unsent={props.order.unsent} />
        </>
      }
      actions={<HeadActions order={props.order} isHeld={props.one.isHeld()} />}
      banner={<OnServerOnly shown={!props.one.isHeld()} />}
    >
      <div class={css.page}>
        <Show when={props.one.isHeld()}>
          <div class={css.head}>
            <Warnings order={props.order} />
            <SentBackNote order={props.order} />
            <OrderActions order={props.order} />
          </div>
        </Show>
        <div class={css.columns}>
          <div class={css.column}>
            <Card title={t().facts}>
              <div class={orderCss.sections}>
                <ClocksSection order={props.order} />
                <OrderFacts order={props.order} withoutFinance />
              </div>
            </Card>
            <Show when={may('finance.view')}>
              <FinanceCard order={props.order} />
            </Show>
            <RelatedCard order={props.order} />
          </div>
          <div class={css.column}>
            <TrackMap order={props.order} selected={place()} onSelect={setPlace} />
            <Card>
              <OrderTimeline order={props.order} devices={props.one.full()?.devices} onPlace={setPlace} />
            </Card>
            <Card>
              <div class={orderCss.sections}>
                <OrderPhotos
                  order={props.order}
                  class={orderCss.section}
                  readOnly={!props.one.isHeld()}
                  told={props.one.full()?.photos}
                />
                <MessagesSection order={props.order} />
              </div>
            </Card>
          </div>
        </div>
      </div>
      <DriverSheet order={props.order} />
    </Page>
  );
}

/** What this device holds has its copy among its other actions. */
function HeadActions(props: { order: ProjectedOrder; isHeld: boolean }): JSX.Element {
  const t = useStrings(detailStrings);
  const words = useStrings(orderStrings);
  const may = useMay();
  return (
    <>
      <Show when={may('orders.create') && !props.isHeld}>
        <LinkButton icon={Copy} href={`/orders/new?copy=${props.order.id}`}>
          {words().action.copy}
        </LinkButton>
      </Show>
      <Button icon={Printer} onClick={() => window.print()}>
        {t().print}
      </Button>
    </>
  );
}

function OnServerOnly(props: { shown: boolean }): JSX.Element {
  const t = useStrings(detailStrings);
  return (
    <Show when={props.shown}>
      <Banner tone="info" title={t().past}>
        {t().pastHint}
      </Banner>
    </Show>
  );
}
