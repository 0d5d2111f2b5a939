// Somebody else was first to give an order away: what one had in mind, what stands now, and one tap to give the
// vehicle something else. Around all pages, until it is settled.
import { useLocation, useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { officeCan } from '#schemas/orders/can.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { givesToCrew } from '#schemas/orders/crew.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useOrder, type ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useSync, type SyncState } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { besideQuery, createMedia } from '../ui/media.ts';
import { Stack } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { waitingFor } from './board-query.ts';
import css from './dispatch.module.css';
import { dispatchStrings } from './dispatch-strings.ts';
import { useNames } from './names.ts';

type Sync = Pick<SyncState, 'refused' | 'dismiss'>;

export const isLostDispatch = ({ type, verdict }: CommandDocument): boolean =>
  type === 'dispatch' && verdict?.code === 'dispatched-meanwhile';

/** On the page of what was refused they stand among the others. */
export function useLostDispatches(sync: Sync): () => readonly CommandDocument[] {
  const location = useLocation();
  return createMemo(() => (location.pathname === '/sync' ? [] : sync.refused().filter(isLostDispatch)));
}

export function LostDispatches(props: { lost: readonly CommandDocument[]; sync: Sync }): JSX.Element {
  return (
    <Stack gap="small">
      <For each={props.lost}>
        {(command) => <LostDispatch command={command} onDismiss={() => props.sync.dismiss(command.id)} />}
      </For>
    </Stack>
  );
}

/** Those about one order, where it lies over the page and hides what the page says. */
export function LostDispatchesOf(props: { orderId: string }): JSX.Element {
  const sync = useSync();
  const beside = createMedia(besideQuery);
  const lost = () =>
    beside()
      ? []
      : sync.refused().filter((command) => command.orderId === props.orderId && isLostDispatch(command));
  return (
    <Show when={lost().length > 0}>
      <LostDispatches lost={lost()} sync={sync} />
    </Show>
  );
}

interface Props {
  readonly command: CommandDocument;
  readonly onDismiss: () => Promise<void>;
}

export function LostDispatch(props: Props): JSX.Element {
  const t = useStrings(dispatchStrings);
  const format = useFormat();
  const one = useOrder(() => props.command.orderId);
  const mine = createMemo(() => dispatchIn(props.command));
  const what = () => one.order()?.car.plate ?? t().lost.order;
  return (
    <Show when={mine()}>
      {(payload) => (
        <Banner tone="warning" title={t().lost.title(what())}>
          <dl class={css.versions}>
            <dt>{t().lost.mine(format.short(props.command.at))}</dt>
            <dd>
              <CrewWords {...payload()} />
            </dd>
            <dt>
              <Giver order={one.order()} />
            </dt>
            <dd>
              <Show when={one.order()?.assignment} fallback={t().lost.unknown}>
                {(now) => <CrewWords {...now()} />}
              </Show>
            </dd>
          </dl>
          <Ways {...props} payload={payload()} />
        </Banner>
      )}
    </Show>
  );
}

function dispatchIn(document: CommandDocument) {
  const command = parseCommand(document);
  return command.ok && command.value.type === 'dispatch' ? command.value.payload : undefined;
}

function CrewWords(props: { vehicleId: string; driverId: string }): JSX.Element {
  const names = useNames();
  return <>{`${names.vehicle(props.vehicleId)} · ${names.staff(props.driverId)}`}</>;
}

/** Who gave it away and when; a driver who was offered it took it himself. */
function Giver(props: { order: ProjectedOrder | undefined }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const format = useFormat();
  const entry = () => props.order?.timeline.findLast(givesToCrew);
  return (
    <Show when={entry()} fallback={t().lost.now}>
      {(given) => <>{t().lost.theirs(names.staff(given().by), format.short(given().recordedAt))}</>}
    </Show>
  );
}

function Ways(
  props: Props & { payload: { vehicleId: string; driverId: string; note?: string } },
): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const codeText = useCodeText();
  const actor = useActor();
  const navigate = useNavigate();
  const { issue } = useCommands();
  const one = useOrder(() => props.command.orderId);
  const [busy, setBusy] = createSignal(false);
  const giveOther = async (): Promise<void> => {
    await props.onDismiss();
    navigate(waitingFor(props.payload.vehicleId));
  };
  const insist = async (): Promise<void> => {
    setBusy(true);
    const seen = one.order()?.assignment ?? null;
    const issued = await issue('dispatch', props.command.orderId, { ...props.payload, seen });
    setBusy(false);
    if (!issued.ok) return void toast.error(codeText(issued.error.code));
    await props.onDismiss();
  };
  const canInsist = () => {
    const order = one.order();
    return order !== undefined && officeCan('dispatch', order, actor).can;
  };
  return (
    <div class={css.ways}>
      <Button size="small" variant="primary" onClick={() => void giveOther()}>
        {t().lost.giveOther(names.vehicle(props.payload.vehicleId))}
      </Button>
      <Show when={canInsist()}>
        <Button size="small" busy={busy()} onClick={() => void insist()}>
          {t().lost.insist}
        </Button>
      </Show>
      <Button size="small" variant="ghost" onClick={() => void props.onDismiss()}>
        {t().lost.leave}
      </Button>
    </div>
  );
}
