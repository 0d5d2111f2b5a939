// A new order, a copy of one, or the edit of one: one page that a phone clerk fills by keyboard alone.
import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, Match, Switch, type JSX } from 'solid-js';
import { useOrder, type ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { CopyOrder, NewOrder } from './create-order.tsx';
import { EditOrder, snapshot } from './edit-order.tsx';
import { formStrings } from './form-strings.ts';

export default function OrderFormPage(): JSX.Element {
  const params = useParams<{ id?: string }>();
  const [search] = useSearchParams<{ copy?: string }>();
  const copied = () => (Array.isArray(search.copy) ? search.copy[0] : search.copy);
  return (
    <Switch fallback={<NewOrder />}>
      <Match when={params.id}>
        {(id) => <WithOrder id={id()}>{(seen, live) => <EditOrder seen={seen} live={live()} />}</WithOrder>}
      </Match>
      <Match when={copied()}>
        {(id) => <WithOrder id={id()}>{(seen) => <CopyOrder from={seen} />}</WithOrder>}
      </Match>
    </Switch>
  );
}

/** @param children gets the order as it was when the form opened, and as it is now */
function WithOrder(props: {
  id: string;
  children: (seen: ProjectedOrder, live: () => ProjectedOrder) => JSX.Element;
}): JSX.Element {
  const t = useStrings(formStrings);
  const sync = useSync();
  const one = useOrder(() => props.id);
  const first = createMemo<ProjectedOrder | undefined>((before) => {
    const order = one.order();
    return before?.id === props.id ? before : order && snapshot(order);
  });
  const waits = () => one.loading() || (!sync.initialSyncDone() && sync.online());
  return (
    <Switch
      fallback={
        <EmptyState
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
