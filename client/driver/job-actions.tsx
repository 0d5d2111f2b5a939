// What a driver can do with a job. The next step is one large button; the rest is behind "more".
import { createSignal, For, Show, type JSX } from 'solid-js';
import { driverCan } from '#schemas/orders/can.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useActor } from '../data/session.ts';
import { useCatalog } from '../data/reference.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog, type Confirmation } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { CompleteDialog } from './complete-dialog.tsx';
import { hasDeparted, nextStep, skips, type Step } from './next-step.ts';
import { currentPosition } from './position.ts';
import { driverStrings } from './strings.ts';
import css from './driver.module.css';

type Asked = 'complete' | 'decline' | 'empty-run';

export function JobActions(props: { order: ProjectedOrder; tows: boolean }): JSX.Element {
  const t = useStrings(driverStrings);
  const actor = useActor();
  const { busy, error, report } = useReport(() => props.order.id);
  const [asked, setAsked] = createSignal<Asked>();
  const next = () => nextStep(props.order.status, props.tows);
  const others = () => skips(props.order.status, props.tows);
  const take = (step: Step) => {
    if (step === 'complete') setAsked('complete');
    else if (step === 'accept') void report('accept', {});
    else void currentPosition().then((position) => report(step, position ? { position } : {}));
  };
  const finish = (payload: CommandPayload<'complete'>) =>
    report('complete', payload).then((done) => done && setAsked());
  const giveReason = async (type: 'decline' | 'empty-run', reason: string) => {
    const position = type === 'empty-run' ? await currentPosition() : undefined;
    if (await report(type, { reason, ...(position && { position }) })) setAsked();
  };
  return (
    <>
      <div class={css.actions}>
        <Show when={next()}>
          {(step) => (
            <Button
              variant="primary"
              size="large"
              block
              busy={busy()}
              class={css.next}
              onClick={() => take(step())}
            >
              {t().step[step()]}
            </Button>
          )}
        </Show>
        <Show when={props.order.status === 'voided'}>
          <Button variant="secondary" size="large" block busy={busy()} onClick={() => setAsked('complete')}>
            {t().reportAnyway}
          </Button>
        </Show>
        <Show when={next()} keyed>
          <details class={css.more}>
            <summary>{t().more}</summary>
            <For each={others()}>
              {(step) => (
                <Button variant="secondary" size="large" block busy={busy()} onClick={() => take(step)}>
                  {t().step[step]}
                </Button>
              )}
            </For>
            <Show when={driverCan('decline', props.order, actor).can}>
              <Button variant="danger" size="large" block busy={busy()} onClick={() => setAsked('decline')}>
                {t().decline}
              </Button>
            </Show>
            <Show when={hasDeparted(props.order)}>
              <Button variant="danger" size="large" block busy={busy()} onClick={() => setAsked('empty-run')}>
                {t().emptyRun}
              </Button>
            </Show>
          </details>
        </Show>
      </div>
      <CompleteDialog
        order={props.order}
        open={asked() === 'complete'}
        busy={busy()}
        error={error()}
        onComplete={(payload) => void finish(payload)}
        onCancel={() => setAsked()}
      />
      <ReasonDialog
        type="decline"
        open={asked() === 'decline'}
        error={error()}
        onReason={giveReason}
        onCancel={() => setAsked()}
      />
      <ReasonDialog
        type="empty-run"
        open={asked() === 'empty-run'}
        error={error()}
        onReason={giveReason}
        onCancel={() => setAsked()}
      />
    </>
  );
}

/** Sends a step and tells how it went. While one is under way further taps do nothing. */
function useReport(orderId: () => string) {
  const t = useStrings(driverStrings);
  const codeText = useCodeText();
  const commands = useCommands();
  const sync = useSync();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const report = async <Kind extends CommandType>(
    type: Kind,
    payload: CommandPayload<Kind>,
  ): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    setError();
    try {
      const issued = await commands.issue(type, orderId(), payload);
      if (issued.ok) toast.success(sync.online() ? t().done.sent : t().done.queued);
      else {
        setError(codeText(issued.error.code));
        toast.error(codeText(issued.error.code));
      }
      return issued.ok;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, report };
}

interface ReasonDialogProps {
  readonly type: 'decline' | 'empty-run';
  readonly open: boolean;
  readonly error: string | undefined;
  readonly onReason: (type: 'decline' | 'empty-run', reason: string) => Promise<void>;
  readonly onCancel: () => void;
}

const other = 'other';

function ReasonDialog(props: ReasonDialogProps): JSX.Element {
  const t = useStrings(driverStrings);
  const reasons = useCatalog('reason');
  const choices = () => [
    ...reasons()
      .filter((item) => item.reasonFor?.includes(props.type))
      .map(({ name }) => ({ value: name, label: name })),
    { value: other, label: t().otherReason },
  ];
  const words = () =>
    props.type === 'decline'
      ? { title: t().declineTitle, hint: t().declineHint, confirm: t().decline }
      : { title: t().emptyRunTitle, hint: t().emptyRunHint, confirm: t().emptyRun };
  const confirm = ({ reason, note }: Confirmation) => {
    const name = reason === other ? t().otherReason : reason;
    return props.onReason(props.type, note ? t().reasonAndNote(name, note) : name);
  };
  return (
    <ConfirmDialog
      open={props.open}
      title={words().title}
      message={words().hint}
      confirmLabel={words().confirm}
      tone="danger"
      reasons={choices()}
      note="optional"
      noteLabel={t().reasonNote}
      error={props.error}
      onConfirm={confirm}
      onCancel={() => props.onCancel()}
    />
  );
}
