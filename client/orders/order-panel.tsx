// One order in full: beside the board where there is room, else over it.
import { For, Match, Show, Switch, type JSX } from 'solid-js';
import { useOrder, type OneOrder, type ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { OrderPhotos } from '../photos/order-photos.tsx';
import { LostDispatchesOf } from './lost-dispatches.tsx';
import { MessagesSection } from './messages-section.tsx';
import { OrderPageLink, OrderStatusBadge, UnsentMark, useDeclineWords } from './marks.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import css from './orders.module.css';
import { ClocksSection } from './target-clock.tsx';
import { SentBackNote } from './sent-back.tsx';
import { orderStrings } from './strings.ts';

interface Props {
  id: string;
  onClose: () => void;
}

export function OrderPanel(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const one = useOrder(() => props.id);
  const title = () => {
    const order = one.order();
    return order ? order.number || t().numberPending : t().panel;
  };
  return (
    <SidePanel title={title()} titleExtra={<Marks order={one.order()} />} onClose={() => props.onClose()}>
      <Body one={one} />
    </SidePanel>
  );
}

function Marks(props: { order: ProjectedOrder | undefined }): JSX.Element {
  return (
    <Show when={props.order}>
      {(order) => (
        <>
          <OrderStatusBadge status={order().status} />
          <UnsentMark unsent={order().unsent} />
          <OrderPageLink id={order().id} />
        </>
      )}
    </Show>
  );
}

function Body(props: { one: OneOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const sync = useSync();
  const waits = () => props.one.loading() || (!sync.initialSyncDone() && sync.online());
  return (
    <Switch fallback={<EmptyState title={t().notFoundTitle} hint={t().notFoundHint} />}>
      <Match when={props.one.order()}>
        {(order) => (
          <div class={css.sections}>
            <LostDispatchesOf orderId={order().id} />
            <Warnings order={order()} />
            <SentBackNote order={order()} />
            <OrderActions order={order()} />
            <ClocksSection order={order()} />
            <OrderFacts order={order()} />
            <OrderPhotos order={order()} class={css.section} />
            <MessagesSection order={order()} />
            <OrderTimeline order={order()} />
          </div>
        )}
      </Match>
      <Match when={waits()}>
        <LoadingState rows={6} />
      </Match>
    </Switch>
  );
}

/** Why somebody should look, and what to do about it; each reason once; `SentBackNote` tells of its own. */
export function Warnings(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const declineWords = useDeclineWords();
  const codes = () => {
    const all = new Set(props.order.attention.map(({ code }) => code));
    return [...all].filter((code) => code !== 'sent-back');
  };
  return (
    <Show when={codes().length > 0}>
      <div class={css.banners}>
        <For each={codes()}>
          {(code) => (
            <Banner tone="warning" title={t().attention[code].text}>
              <Show when={code === 'declined' && declineWords(props.order)}>
                {(words) => <div>{words()}</div>}
              </Show>
              {t().attention[code].todo}
            </Banner>
          )}
        </For>
      </div>
    </Show>
  );
}
