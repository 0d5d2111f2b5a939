// What becomes of a notice: an order by one action, the order form where something is missing, or a refusal.
import ArrowRight from 'lucide-solid/icons/arrow-right';
import Ban from 'lucide-solid/icons/ban';
import CirclePlus from 'lucide-solid/icons/circle-plus';
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { ShownNotice } from '../data/notices.ts';
import { useMay } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFind } from '../orders/find.ts';
import { orderPath } from '../orders/order-path.ts';
import css from '../orders/orders.module.css';
import { createShortcuts } from '../orders/shortcuts.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { ConfirmDialog, type Confirmation } from '../ui/confirm-dialog.tsx';
import { Kbd } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { missingFrom, orderOf } from './convert.ts';
import { noticeStrings } from './strings.ts';

interface Props {
  notice: ShownNotice;
  onNext: () => void;
}

export function NoticeActions(props: Props): JSX.Element {
  const t = useStrings(noticeStrings);
  return (
    <>
      <div class={css.actions}>
        <Show
          when={props.notice.state === 'new'}
          fallback={
            <Show when={props.notice.orderId}>
              {(id) => (
                <LinkButton size="small" href={`/orders/${id()}`}>
                  {t().openOrder}
                </LinkButton>
              )}
            </Show>
          }
        >
          <Deciding {...props} />
        </Show>
        <Keyed letter="J" icon={ArrowRight} label={t().next} onClick={() => props.onNext()} />
      </div>
      <Show when={props.notice.state === 'new'}>
        <WhatIsMissing notice={props.notice} />
      </Show>
    </>
  );
}

function WhatIsMissing(props: { notice: ShownNotice }): JSX.Element {
  const t = useStrings(noticeStrings);
  const find = useFind();
  const missing = () => missingFrom(props.notice, find);
  return (
    <Show when={missing().length > 0}>
      <Banner tone="info">
        <For each={missing()}>{(what) => <div>{t().missing[what]}</div>}</For>
      </Banner>
    </Show>
  );
}

function Deciding(props: Props): JSX.Element {
  const t = useStrings(noticeStrings);
  const may = useMay();
  const text = useCodeText();
  const find = useFind();
  const navigate = useNavigate();
  const [refusing, setRefusing] = createSignal(false);
  const convert = useConverting(() => props.notice);
  const isComplete = () => missingFrom(props.notice, find).length === 0;
  const whyNot = () => (may('orders.create') ? undefined : text('not-permitted'));
  const toForm = (): void => navigate(`/orders/new?notice=${props.notice.id}`);
  const make = (): void => (isComplete() ? void convert.run() : toForm());
  createShortcuts(() => (refusing() || whyNot() ? {} : { c: make, e: toForm, r: () => setRefusing(true) }));
  return (
    <>
      <Keyed
        letter="C"
        icon={CirclePlus}
        variant="primary"
        busy={convert.busy()}
        disabledReason={whyNot()}
        label={isComplete() ? t().convert : t().complete}
        onClick={make}
      />
      <Show when={isComplete()}>
        <Keyed letter="E" disabledReason={whyNot()} label={t().edit} onClick={toForm} />
      </Show>
      <Keyed
        letter="R"
        icon={Ban}
        disabledReason={whyNot()}
        label={t().refuse}
        onClick={() => setRefusing(true)}
      />
      <RefuseDialog {...props} open={refusing()} onClose={() => setRefusing(false)} />
    </>
  );
}

type KeyedProps = Parameters<typeof Button>[0] & { letter: string; label: string };

function Keyed(props: KeyedProps): JSX.Element {
  return (
    <Button {...props} size="small" aria-keyshortcuts={props.letter}>
      <span class={css.keyed}>
        {props.label}
        <span class={css.key} aria-hidden="true">
          <Kbd>{props.letter}</Kbd>
        </span>
      </span>
    </Button>
  );
}

/** What it became is shown at once: the person is phoned next, and a vehicle is sent. */
function useConverting(notice: () => ShownNotice) {
  const t = useStrings(noticeStrings);
  const text = useCodeText();
  const { issue, newId } = useCommands();
  const { online } = useSync();
  const navigate = useNavigate();
  const [busy, setBusy] = createSignal(false);
  const run = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const id = newId();
    const payload = orderOf(notice());
    const issued = await issue('create-order', id, payload).finally(() => setBusy(false));
    if (!issued.ok) return void toast.error(text(issued.error.code));
    toast.success(t().done.converted, online() ? {} : { detail: t().done.offline });
    navigate(orderPath({ id, kind: payload.kind, status: 'pending' }));
  };
  return { busy, run };
}

const other = 'other';

function RefuseDialog(props: Props & { open: boolean; onClose: () => void }): JSX.Element {
  const t = useStrings(noticeStrings);
  const text = useCodeText();
  const { issue } = useCommands();
  const { online } = useSync();
  const [error, setError] = createSignal<string>();
  const options = () => [
    ...t().reasons.map((reason) => ({ value: reason, label: reason })),
    { value: other, label: t().otherReason },
  ];
  const reasonOf = ({ reason, note }: Confirmation): string => {
    if (reason === other) return note || t().otherReason;
    return (note ? t().reasonAndNote(reason, note) : reason).slice(0, 500);
  };
  const refuse = async (confirmation: Confirmation): Promise<void> => {
    const issued = await issue('refuse-notice', props.notice.id, { reason: reasonOf(confirmation) });
    if (!issued.ok) return void setError(text(issued.error.code));
    toast.success(t().done.refused, online() ? {} : { detail: t().done.offline });
    props.onClose();
    props.onNext();
  };
  return (
    <ConfirmDialog
      open={props.open}
      tone="danger"
      title={t().refuseTitle(props.notice.senderNumber)}
      message={t().refuseMessage}
      confirmLabel={t().refuse}
      reasons={options()}
      note="optional"
      noteLabel={t().note}
      error={error()}
      onCancel={() => props.onClose()}
      onConfirm={refuse}
    />
  );
}
