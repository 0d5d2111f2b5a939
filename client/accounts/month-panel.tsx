// One month of the books: what is not finished of it, closing it, and opening it again with a reason.
import { A } from '@solidjs/router';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { lastClosed, openStages, type BookMonth, type OpenItems } from '#schemas/finance/months.ts';
import { may } from '#schemas/staff/permissions.ts';
import { KeptBanner } from '../app/offline-banner.tsx';
import { useCodeText } from '../app/code-text.ts';
import { useDeps } from '../app/deps.tsx';
import { useKeptAnswer } from '../data/answer.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { financeStrings } from '../finance/strings.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { StatementBadge } from '../statements/columns.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Stack } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import css from './accounts.module.css';
import { accountStrings } from './strings.ts';

type Step = 'close' | 'reopen';

export function MonthPanel(props: {
  month: BookMonth;
  months: readonly BookMonth[];
  onChange: () => void;
}): JSX.Element {
  const t = useStrings(accountStrings);
  const actor = useActor();
  const sync = useSync();
  const [asking, setAsking] = createSignal<Step>();
  const offline = () => (sync.online() ? undefined : t().offline);
  const step = (): Step | undefined => {
    const { state, month } = props.month;
    if (state === 'open' && may(actor, 'finance.close')) return 'close';
    const isLast = state === 'closed' && lastClosed(props.months)?.month === month;
    return isLast && may(actor, 'finance.reopen') ? 'reopen' : undefined;
  };
  return (
    <Stack>
      <Show when={step()}>
        {(which) => (
          <Button
            variant={which() === 'close' ? 'primary' : 'secondary'}
            disabledReason={offline()}
            onClick={() => setAsking(which())}
          >
            {t().month[which()]}
          </Button>
        )}
      </Show>
      <Show when={props.month.state === 'running'}>
        <Banner tone="info">{t().month.running}</Banner>
      </Show>
      <Show when={props.month.month} keyed>
        {(month) => <Unfinished month={month} />}
      </Show>
      <History month={props.month} />
      <Asking
        step={asking()}
        month={props.month.month}
        onDone={() => (setAsking(), props.onChange())}
        onCancel={() => setAsking()}
      />
    </Stack>
  );
}

/** A list of warnings: none of it keeps the month open. */
function Unfinished(props: { month: string }): JSX.Element {
  const t = useStrings(accountStrings);
  const words = useStrings(financeStrings);
  // eslint-disable-next-line solid/reactivity -- another month is another panel
  const answer = useKeptAnswer<OpenItems>(`/api/finance/months/${props.month}/open`);
  const items = () => answer.value();
  const ofStage = (stage: (typeof openStages)[number]) =>
    (items()?.orders ?? []).filter((order) => order.stage === stage);
  const isDone = () => items()?.orders.length === 0 && items()?.statements.length === 0;
  return (
    <Show when={items()}>
      {(found) => (
        <>
          <KeptBanner at={answer.keptAt()} />
          <h3 class={css.heading}>{t().month.unfinished}</h3>
          <Show when={!isDone()} fallback={<p class={css.muted}>{t().month.allDone}</p>}>
            <p class={css.muted}>{t().month.unfinishedHint}</p>
            <For each={openStages.filter((stage) => found().counts[stage] > 0)}>
              {(stage) => (
                <details>
                  <summary>{`${words().stage[stage]} · ${t().month.orders(found().counts[stage])}`}</summary>
                  <p class={css.links}>
                    <For each={ofStage(stage)}>
                      {(order) => <A href={`/orders/${order.id}`}>{order.number}</A>}
                    </For>
                  </p>
                </details>
              )}
            </For>
            <For each={found().statements}>
              {(statement) => (
                <div class={css.line}>
                  <StatementBadge state={statement.state} />
                  <A href={`/finance/statements/${statement.id}`}>{statement.name}</A>
                </div>
              )}
            </For>
          </Show>
        </>
      )}
    </Show>
  );
}

function History(props: { month: BookMonth }): JSX.Element {
  const t = useStrings(accountStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <Show when={props.month.closings.length > 0}>
      <h3 class={css.heading}>{t().month.history}</h3>
      <For each={props.month.closings}>
        {(closing) => (
          <div>
            <div>{t().month.did[closing.kind]}</div>
            <div class={css.muted}>
              {[format.dateTime(closing.at), names.staff(closing.by), closing.reason]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
        )}
      </For>
    </Show>
  );
}

function Asking(props: {
  step: Step | undefined;
  month: string;
  onDone: () => void;
  onCancel: () => void;
}): JSX.Element {
  const t = useStrings(accountStrings);
  const codeText = useCodeText();
  const { http } = useDeps();
  const sync = useSync();
  const [error, setError] = createSignal<string>();
  const ask = async (step: Step, reason: string): Promise<void> => {
    setError();
    const path = `/api/finance/months/${props.month}/${step}`;
    const answer = await http.postJson(path, step === 'reopen' ? { reason } : {});
    if (!answer.ok) {
      const { error: failure } = answer;
      return void setError(failure.kind === 'refused' ? codeText(failure.code) : t().offline);
    }
    toast.success(t().month.done[step]);
    props.onDone();
  };
  return (
    <ConfirmDialog
      open={props.step !== undefined}
      tone={props.step === 'reopen' ? 'danger' : 'normal'}
      title={props.step ? `${t().month[props.step]} ${props.month}` : ''}
      message={props.step ? t().month.ask[props.step] : ''}
      confirmLabel={props.step ? t().month[props.step] : ''}
      note={props.step === 'reopen' ? 'required' : undefined}
      noteLabel={t().month.reason}
      error={error()}
      disabledReason={sync.online() ? undefined : t().offline}
      onConfirm={({ note }) => (props.step ? ask(props.step, note) : undefined)}
      onCancel={() => (setError(), props.onCancel())}
    />
  );
}
