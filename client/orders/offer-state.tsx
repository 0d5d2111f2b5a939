// How an offer stands: whom one waits for, who has declined and why, until when; and the way to take it back.
import Hourglass from 'lucide-solid/icons/hourglass';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { officeCan } from '#schemas/orders/can.ts';
import { isOfferOver, stillAsked, type Offer } from '#schemas/orders/offer.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Badge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import css from './dispatch.module.css';
import { dispatchStrings } from './dispatch-strings.ts';
import { useNames } from './names.ts';

/** In place of the status in a row. */
export function OfferMark(props: { offer: Offer }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const format = useFormat();
  const text = () => {
    const { to } = props.offer;
    const waiting = stillAsked(props.offer).length;
    return isOfferOver(props.offer, format.now()) ? t().offerOver : t().offerWaits(waiting, to.length);
  };
  return (
    <Badge tone={isOfferOver(props.offer, format.now()) ? 'danger' : 'warning'} icon={Hourglass}>
      {text()}
    </Badge>
  );
}

export function OfferState(props: { order: ProjectedOrder }): JSX.Element {
  return <Show when={props.order.offer}>{(offer) => <State order={props.order} offer={offer()} />}</Show>;
}

function State(props: { order: ProjectedOrder; offer: Offer }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const format = useFormat();
  const isOver = () => isOfferOver(props.offer, format.now());
  const title = () => {
    const { until } = props.offer;
    if (until === undefined) return t().offerOpen;
    return isOver() ? t().offerOverAt(format.short(until)) : t().offerUntil(format.short(until));
  };
  return (
    <Banner tone={isOver() ? 'warning' : 'info'} title={title()} action={<Withdraw order={props.order} />}>
      <ul class={css.asked}>
        <For each={props.offer.to}>
          {({ vehicleId, driverId, declined }) => (
            <li>
              {t().askedLine(names.staff(driverId), names.vehicle(vehicleId))}
              {declined === undefined ? t().stillWaits : t().declinedFor(declined)}
            </li>
          )}
        </For>
      </ul>
    </Banner>
  );
}

function Withdraw(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const codeText = useCodeText();
  const actor = useActor();
  const { issue } = useCommands();
  const [busy, setBusy] = createSignal(false);
  const withdraw = async (): Promise<void> => {
    setBusy(true);
    const issued = await issue('withdraw-offer', props.order.id, {});
    setBusy(false);
    if (issued.ok) toast.success(t().withdrawn);
    else toast.error(codeText(issued.error.code));
  };
  return (
    <Show when={officeCan('withdraw-offer', props.order, actor).can}>
      <Button size="small" busy={busy()} onClick={() => void withdraw()}>
        {t().withdraw}
      </Button>
    </Show>
  );
}
