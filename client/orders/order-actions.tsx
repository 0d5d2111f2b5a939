// What can be done with an order now. What cannot says why; the frequent ones have a key.
import BadgeCheck from 'lucide-solid/icons/badge-check';
import Ban from 'lucide-solid/icons/ban';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleSlash from 'lucide-solid/icons/circle-slash';
import Copy from 'lucide-solid/icons/copy';
import MessageSquare from 'lucide-solid/icons/message-square';
import Pencil from 'lucide-solid/icons/pencil';
import Send from 'lucide-solid/icons/send';
import Undo2 from 'lucide-solid/icons/undo-2';
import Wrench from 'lucide-solid/icons/wrench';
import { useNavigate } from '@solidjs/router';
import { createSignal, Show, type JSX } from 'solid-js';
import { officeCan } from '#schemas/orders/can.ts';
import { useCodeText } from '../app/code-text.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor, useMay } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button, type ButtonVariant } from '../ui/button.tsx';
import type { IconComponent } from '../ui/icon.ts';
import { Kbd } from '../ui/states.tsx';
import { CompleteDialog, EmptyRunDialog, RecallDialog, VoidDialog } from './close-dialogs.tsx';
import { DispatchDialog } from './dispatch-dialog.tsx';
import css from './orders.module.css';
import { OfferState } from './offer-state.tsx';
import { RepairDialog } from './repair-dialog.tsx';
import { SmsDialog } from './sms-dialog.tsx';
import { createShortcuts } from './shortcuts.ts';
import { orderStrings } from './strings.ts';

type Dialogs = 'dispatch' | 'recall' | 'void' | 'empty-run' | 'complete' | 'sms' | 'repair';

interface Action {
  readonly label: string;
  readonly icon: IconComponent;
  readonly run: () => void;
  /** Why not now. */
  readonly why: string | undefined;
  readonly key?: string;
  readonly variant?: ButtonVariant;
}

export function OrderActions(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const [open, setOpen] = createSignal<Dialogs>();
  const actions = useActions(() => props.order, setOpen);
  const may = useMay();
  const close = (): void => void setOpen(undefined);
  const ifPossible = ({ why, run }: Action) => (why === undefined ? run : undefined);
  createShortcuts(() =>
    open()
      ? {}
      : {
          d: ifPossible(actions.dispatch()),
          e: ifPossible(actions.edit()),
          c: ifPossible(actions.copy()),
          s: ifPossible(actions.sms()),
          f: ifPossible(actions.complete()),
          r: ifPossible(actions.emptyRun()),
          v: ifPossible(actions.void()),
        },
  );
  return (
    <>
      <OfferState order={props.order} />
      <div class={css.actions} role="group" aria-label={t().actions}>
        <ActionButton action={actions.dispatch()} />
        <ActionButton action={actions.edit()} />
        <ActionButton action={actions.complete()} />
        <ActionButton action={actions.copy()} />
        <ActionButton action={actions.sms()} />
        <ActionButton action={actions.emptyRun()} />
        <ActionButton action={actions.void()} />
        <Show when={actions.recall().why === undefined}>
          <ActionButton action={actions.recall()} />
        </Show>
        <Show when={may('orders.confirm') && props.order.confirmation}>
          <ActionButton action={actions.confirm()} />
        </Show>
        <Show when={may('orders.repair')}>
          <ActionButton action={actions.repair()} />
        </Show>
      </div>
      <Show when={open() === 'dispatch'}>
        <DispatchDialog order={props.order} onClose={close} />
      </Show>
      <Show when={open() === 'sms'}>
        <SmsDialog order={props.order} onClose={close} />
      </Show>
      <Show when={open() === 'repair'}>
        <RepairDialog order={props.order} onClose={close} />
      </Show>
      <RecallDialog order={props.order} open={open() === 'recall'} onClose={close} />
      <VoidDialog order={props.order} open={open() === 'void'} onClose={close} />
      {/* What was entered of one order is not said of another one. */}
      <Show keyed when={props.order.id}>
        <EmptyRunDialog order={props.order} open={open() === 'empty-run'} onClose={close} />
        <CompleteDialog order={props.order} open={open() === 'complete'} onClose={close} />
      </Show>
    </>
  );
}

function ActionButton(props: { action: Action }): JSX.Element {
  return (
    <Button
      size="small"
      variant={props.action.variant}
      icon={props.action.icon}
      disabledReason={props.action.why}
      aria-keyshortcuts={props.action.key}
      onClick={() => props.action.run()}
    >
      <span class={css.keyed}>
        {props.action.label}
        <Show when={props.action.key}>
          {(key) => (
            <span class={css.key} aria-hidden="true">
              <Kbd>{key()}</Kbd>
            </span>
          )}
        </Show>
      </span>
    </Button>
  );
}

function useActions(order: () => ProjectedOrder, open: (dialog: Dialogs) => void) {
  const t = useStrings(orderStrings);
  const actor = useActor();
  const may = useMay();
  const text = useCodeText();
  const navigate = useNavigate();
  const why = (move: Parameters<typeof officeCan>[0]): string | undefined => {
    const possibility = officeCan(move, order(), actor);
    return possibility.can ? undefined : text(possibility.why);
  };
  return {
    dispatch: (): Action => ({
      label: order().assignment ? t().action.redispatch : t().action.dispatch,
      icon: Send,
      key: 'D',
      variant: order().assignment ? 'secondary' : 'primary',
      why: why('dispatch'),
      run: () => open('dispatch'),
    }),
    recall: (): Action => ({
      label: t().action.recall,
      icon: Undo2,
      why: why('recall'),
      run: () => open('recall'),
    }),
    edit: (): Action => ({
      label: t().action.edit,
      icon: Pencil,
      key: 'E',
      why: why('edit'),
      run: () => navigate(`/orders/${order().id}/edit`),
    }),
    copy: (): Action => ({
      label: t().action.copy,
      icon: Copy,
      key: 'C',
      why: may('orders.create') ? undefined : text('not-permitted'),
      run: () => navigate(`/orders/new?copy=${order().id}`),
    }),
    sms: (): Action => ({
      label: t().action.sms,
      icon: MessageSquare,
      key: 'S',
      why: why('send-sms'),
      run: () => open('sms'),
    }),
    confirm: (): Action => ({
      label: t().action.confirm,
      icon: BadgeCheck,
      why: why('confirm'),
      run: () => navigate(`/confirmations?order=${order().id}`),
    }),
    repair: (): Action => ({
      label: t().action.repair,
      icon: Wrench,
      why: why('repair'),
      run: () => open('repair'),
    }),
    complete: (): Action => ({
      label: t().action.complete,
      icon: CircleCheck,
      key: 'F',
      why: why('complete-by-office'),
      run: () => open('complete'),
    }),
    emptyRun: (): Action => ({
      label: t().action.emptyRun,
      icon: CircleSlash,
      key: 'R',
      why: why('empty-run-by-office'),
      run: () => open('empty-run'),
    }),
    void: (): Action => ({
      label: t().action.void,
      icon: Ban,
      key: 'V',
      why: why('void'),
      run: () => open('void'),
    }),
  };
}
