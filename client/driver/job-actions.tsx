// What a driver can do with a job. The next step is one large button; the rest is behind "more".
import { createSignal, For, Show, type JSX } from 'solid-js';
import { driverCan } from '#schemas/orders/can.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { useActor } from '../data/session.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { DuePhotos } from '../photos/due-photos.tsx';
import { useWorkDraft } from '../reported/use-draft.ts';
import { WorkFields } from '../reported/work-fields.tsx';
import { Button } from '../ui/button.tsx';
import { CompleteDialog } from './complete-dialog.tsx';
import { hasDeparted, nextStep, skips, type Step } from './next-step.ts';
import { whereabouts } from './position.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useReport } from './report.ts';
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
    else void report(step, whereabouts());
  };
  const finish = (payload: CommandPayload<'complete'>) =>
    report(
      'complete',
      whereabouts().then((known) => ({ ...payload, ...known })),
    ).then((done) => done && setAsked());
  // Driving in vain costs tolls as well.
  const inVain = useWorkDraft(() => props.order.id);
  const decline = async (_type: string, reason: string) => {
    if (await report('decline', { reason })) setAsked();
  };
  const endEmpty = async (_type: string, reason: string) => {
    const reported = inVain.report();
    if (!reported) return;
    const payload = whereabouts().then((known) => ({ reason, ...known, ...reported }));
    if (await report('empty-run', payload)) setAsked();
  };
  return (
    <>
      <div class={css.actions}>
        <DuePhotos order={props.order} />
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
        onReason={decline}
        onCancel={() => setAsked()}
      />
      <ReasonDialog
        type="empty-run"
        open={asked() === 'empty-run'}
        error={error()}
        onReason={endEmpty}
        onCancel={() => setAsked()}
      >
        <WorkFields order={props.order} work={inVain} />
      </ReasonDialog>
    </>
  );
}
