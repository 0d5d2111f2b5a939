// One order in full: beside the board where there is room, else over it.
import X from 'lucide-solid/icons/x';
import { For, Match, Show, Switch, type JSX } from 'solid-js';
import { useOrder, type OneOrder, type ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { IconButton } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { OrderStatusBadge, UnsentMark } from './marks.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import css from './orders.module.css';
import { createShortcuts } from './shortcuts.ts';
import { orderStrings } from './strings.ts';

interface Props {
  id: string;
  /** Beside the table rather than over it. */
  beside: boolean;
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
    <Show
      when={props.beside}
      fallback={
        <Drawer
          open
          title={title()}
          titleExtra={<Marks order={one.order()} />}
          onClose={() => props.onClose()}
        >
          <Body one={one} />
        </Drawer>
      }
    >
      <Aside title={title()} order={one.order()} onClose={() => props.onClose()}>
        <Body one={one} />
      </Aside>
    </Show>
  );
}

function Aside(props: {
  title: string;
  order: ProjectedOrder | undefined;
  onClose: () => void;
  children: JSX.Element;
}): JSX.Element {
  const t = useStrings(orderStrings);
  createShortcuts(() => ({ Escape: () => props.onClose() }));
  return (
    <aside class={css.side} aria-label={t().panel}>
      <header class={css.sideHead}>
        <div class={css.sideTitle}>
          <h2>{props.title}</h2>
          <Marks order={props.order} />
        </div>
        <IconButton icon={X} size="small" label={t().close} onClick={() => props.onClose()} />
      </header>
      <div class={css.sideBody}>{props.children}</div>
    </aside>
  );
}

function Marks(props: { order: ProjectedOrder | undefined }): JSX.Element {
  return (
    <Show when={props.order}>
      {(order) => (
        <>
          <OrderStatusBadge status={order().status} />
          <UnsentMark unsent={order().unsent} />
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
            <Warnings order={order()} />
            <OrderActions order={order()} />
            <OrderFacts order={order()} />
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

/** Why somebody should look, and what to do about it; each reason once. */
function Warnings(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const codes = () => [...new Set(props.order.attention.map(({ code }) => code))];
  return (
    <Show when={codes().length > 0}>
      <div class={css.banners}>
        <For each={codes()}>
          {(code) => (
            <Banner tone="warning" title={t().attention[code].text}>
              {t().attention[code].todo}
            </Banner>
          )}
        </For>
      </div>
    </Show>
  );
}
