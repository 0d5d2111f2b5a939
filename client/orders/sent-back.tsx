// What finance sent back: who wants what put right, and the way back to finance; and how that went before.
import { createSignal, Show, type JSX } from 'solid-js';
import { officeCan } from '#schemas/orders/can.ts';
import type { TimelineEntry } from '#schemas/orders/order.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { useNames } from './names.ts';
import { orderStrings } from './strings.ts';

export function SentBackNote(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const said = useSaid();
  return (
    <Show when={props.order.sentBack}>
      {(back) => (
        <Banner
          tone="warning"
          title={t().attention['sent-back'].text}
          action={<ResubmitButton order={props.order} />}
        >
          <div>{said(back().by, back().at, back().reason)}</div>
          {t().attention['sent-back'].todo}
        </Banner>
      )}
    </Show>
  );
}

/** For finance, when the order is there again: what was asked for, and what the outlet says to it. */
export function SentBackBefore(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const said = useSaid();
  const last = (type: TimelineEntry['type']) => props.order.timeline.findLast((entry) => entry.type === type);
  return (
    <Show when={!props.order.sentBack && last('send-back')}>
      {(back) => (
        <Banner tone="info" title={t().wasSentBack}>
          <div>{said(back().by, back().recordedAt, back().reason)}</div>
          <Show when={last('resubmit')}>
            {(answer) => (
              <div>{said(answer().by, answer().recordedAt, answer().note ?? t().entry.resubmit)}</div>
            )}
          </Show>
        </Banner>
      )}
    </Show>
  );
}

function useSaid(): (by: string, at: string, words?: string) => string {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  return (by, at, words = '') => t().saidAt(names.staff(by), format.dateTime(at), words);
}

function ResubmitButton(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const codeText = useCodeText();
  const actor = useActor();
  const { issue } = useCommands();
  const [open, setOpen] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const close = (): void => {
    setOpen(false);
    setError();
  };
  const resubmit = async ({ note }: { readonly note: string }): Promise<void> => {
    const issued = await issue('resubmit', props.order.id, note ? { note } : {});
    if (!issued.ok) return void setError(codeText(issued.error.code));
    close();
    toast.success(t().done.resubmitted);
  };
  return (
    <Show when={officeCan('resubmit', props.order, actor).can}>
      <Button size="small" onClick={() => setOpen(true)}>
        {t().resubmit}
      </Button>
      <ConfirmDialog
        open={open()}
        title={t().resubmitTitle}
        confirmLabel={t().resubmit}
        note="optional"
        noteLabel={t().whatWasPutRight}
        error={error()}
        onConfirm={resubmit}
        onCancel={close}
      />
    </Show>
  );
}
