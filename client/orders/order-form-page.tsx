// A new order, a copy of one, the edit of one, or a refused one of these done over: one page that a phone clerk
// fills by keyboard alone.
import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Match, onCleanup, Show, Switch, untrack, type JSX } from 'solid-js';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { useNotices, type ShownNotice } from '../data/notices.ts';
import { useOrderAnywhere } from '../data/order-in-full.ts';
import { useOrder, type OneOrder, type ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { creationIn, type Creation } from './change-refused.ts';
import { ChangeNewOrder, CopyOrder, NewOrder, OrderOfNotice } from './create-order.tsx';
import { EditOrder, snapshot } from './edit-order.tsx';
import { formStrings } from './form-strings.ts';

export default function OrderFormPage(): JSX.Element {
  const params = useParams<{ id?: string }>();
  const [search] = useSearchParams<{ copy?: string; from?: string; notice?: string }>();
  const copied = () => one(search.copy);
  const notice = useNotice(() => one(search.notice));
  const refused = useRefused(() => one(search.from));
  return (
    <Switch fallback={<NewOrder />}>
      <Match when={refused.loading()}>
        <LoadingState rows={8} />
      </Match>
      <Match when={params.id}>
        {(id) => (
          <WithOrder id={id()}>
            {(seen, live) => <EditOrder seen={seen} live={live()} from={refused.command()} />}
          </WithOrder>
        )}
      </Match>
      <Match when={refused.creation()} keyed>
        {(creation) => <ChangeCreation refused={creation} />}
      </Match>
      <Match when={notice()} keyed>
        {(offered) => <OrderOfNotice notice={offered} />}
      </Match>
      <Match when={copied()}>
        {(id) => (
          <WithOrder id={id()} find={useOrderAnywhere}>
            {(seen) => <CopyOrder from={seen} />}
          </WithOrder>
        )}
      </Match>
    </Switch>
  );
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** As it was when the form opened: that somebody else decides about it meanwhile is told when it is sent. */
function useNotice(id: () => string | undefined) {
  const notices = useNotices();
  return createMemo<ShownNotice | undefined>((before) =>
    before && before.id === id() ? before : notices().find((notice) => notice.id === id()),
  );
}

/** The list of what was refused is read a moment after the page stands. */
const readMs = 1000;

/** The refused command that is done over; it stays here after it was taken off the list. */
function useRefused(id: () => string | undefined) {
  const sync = useSync();
  const [isRead, setRead] = createSignal(false);
  const timer = setTimeout(() => setRead(true), readMs);
  onCleanup(() => clearTimeout(timer));
  const command = createMemo<CommandDocument | undefined>((before) =>
    before && before.id === id() ? before : sync.refused().find((each) => each.id === id()),
  );
  const creation = createMemo(() => {
    const refused = command();
    return refused && creationIn(refused);
  });
  return { command, creation, loading: () => id() !== undefined && !command() && !isRead() };
}

/** A creation that was refused because its order exists makes another one. */
function ChangeCreation(props: { refused: Creation }): JSX.Element {
  const order = useOrder(() => props.refused.orderId);
  return (
    <Show when={!order.loading()} fallback={<LoadingState rows={8} />}>
      <ChangeNewOrder refused={props.refused} orderExists={untrack(order.order) !== undefined} />
    </Show>
  );
}

/**
 * @param find where it is looked for: on this device unless said
 * @param children gets the order as it was when the form opened, and as it is now
 */
function WithOrder(props: {
  id: string;
  find?: (id: () => string) => OneOrder;
  children: (seen: ProjectedOrder, live: () => ProjectedOrder) => JSX.Element;
}): JSX.Element {
  const t = useStrings(formStrings);
  const sync = useSync();
  // eslint-disable-next-line solid/reactivity -- a form stays with the way its order was found
  const one = (props.find ?? useOrder)(() => props.id);
  const first = createMemo<ProjectedOrder | undefined>((before) => {
    const order = one.order();
    return before?.id === props.id ? before : order && snapshot(order);
  });
  const waits = () => one.loading() || (!sync.initialSyncDone() && sync.online());
  return (
    <Switch
      fallback={
        <EmptyState
          page
          title={t().notFoundTitle}
          hint={t().notFoundHint}
          action={<LinkButton href="/orders">{t().back}</LinkButton>}
        />
      }
    >
      <Match when={first()} keyed>
        {(seen) => props.children(seen, () => one.order() ?? seen)}
      </Match>
      <Match when={waits()}>
        <LoadingState rows={8} />
      </Match>
    </Switch>
  );
}
