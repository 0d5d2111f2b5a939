// What can be done with a statement now: the next step as a button, the rest in the menu.
import { createSignal, Show, type JSX } from 'solid-js';
import { statementPermission } from '#schemas/finance/statements/decide.ts';
import { statementTable, type StatementMove } from '#schemas/finance/statements/states.ts';
import { standingReceipts, type Statement } from '#schemas/finance/statements/statement.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { useActor } from '../data/session.ts';
import { useDecision } from '../finance/use-decision.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button, type ButtonVariant } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import { statementStrings } from './strings.ts';

type Asked = 'send' | 'discard' | 'reopen' | 'confirm' | 'receive';
type Type = keyof typeof statementPermission;

export function StatementActions(props: { statement: Statement; stale: boolean }): JSX.Element {
  const t = useStrings(statementStrings);
  const actor = useActor();
  const codeText = useCodeText();
  const [asked, setAsked] = createSignal<Asked>();
  const decision = useDecision(() => props.statement.id);
  const goes = (move: StatementMove) => statementTable[move][props.statement.state].go;
  const whyNot = (type: Type): string | undefined =>
    may(actor, statementPermission[type]) ? decision.offlineReason() : codeText('not-permitted');
  const hasMoney = () => standingReceipts(props.statement).length > 0;
  const ask = (what: Asked): void => {
    decision.clear();
    setAsked(what);
  };
  const refresh = async (): Promise<void> => {
    await decision.decide('refresh-statement', {}, t().refreshed);
    const refusal = decision.error();
    if (refusal) toast.error(refusal);
  };
  const button = (label: string, type: Type, act: () => void, variant: ButtonVariant = 'secondary') => (
    <Button variant={variant} disabledReason={whyNot(type)} onClick={act}>
      {label}
    </Button>
  );
  return (
    <>
      <Show when={props.stale}>{button(t().refresh, 'refresh-statement', () => void refresh())}</Show>
      <Show when={goes('reopen')}>
        <Button
          disabledReason={hasMoney() ? codeText('money-received') : whyNot('reopen-statement')}
          onClick={() => ask('reopen')}
        >
          {t().reopen.action}
        </Button>
      </Show>
      <Show when={goes('discard')}>
        {button(t().discard.action, 'discard-statement', () => ask('discard'))}
      </Show>
      <Show when={goes('confirm')}>
        {button(t().confirm.action, 'confirm-statement', () => ask('confirm'))}
      </Show>
      <Show when={goes('receive')}>
        {button(t().receive.action, 'receive-payment', () => ask('receive'), 'primary')}
      </Show>
      <Show when={goes('send') && props.statement.lines.length > 0}>
        {button(t().send.action, 'send-statement', () => ask('send'), 'primary')}
      </Show>
      <Dialogs statement={props.statement} asked={asked()} decision={decision} onClose={() => setAsked()} />
      <Show when={asked() === 'receive'}>
        <ReceiveDialog statement={props.statement} onClose={() => setAsked()} />
      </Show>
    </>
  );
}

function Dialogs(props: {
  statement: Statement;
  asked: Asked | undefined;
  decision: ReturnType<typeof useDecision>;
  onClose: () => void;
}): JSX.Element {
  const t = useStrings(statementStrings);
  const format = useFormat();
  const closing = async (done: Promise<boolean>): Promise<void> => {
    if (await done) props.onClose();
  };
  const seen = () => ({ seenFen: props.statement.totalFen });
  return (
    <>
      <ConfirmDialog
        open={props.asked === 'send'}
        title={t().send.question(props.statement.name)}
        message={`${t().generate.summary(props.statement.lines.length, format.money(props.statement.totalFen))}. ${t().send.hint}`}
        confirmLabel={t().send.action}
        error={props.decision.error()}
        disabledReason={props.decision.offlineReason()}
        onConfirm={() => closing(props.decision.decide('send-statement', seen(), t().send.done))}
        onCancel={() => props.onClose()}
      />
      <ConfirmDialog
        open={props.asked === 'discard'}
        tone="danger"
        title={t().discard.action}
        message={t().discard.hint}
        confirmLabel={t().discard.action}
        note="optional"
        noteLabel={t().reason}
        error={props.decision.error()}
        disabledReason={props.decision.offlineReason()}
        onConfirm={({ note: reason }) =>
          closing(props.decision.decide('discard-statement', { ...(reason && { reason }) }, t().discard.done))
        }
        onCancel={() => props.onClose()}
      />
      <ConfirmDialog
        open={props.asked === 'reopen'}
        title={t().reopen.action}
        message={t().reopen.hint}
        confirmLabel={t().reopen.action}
        note="required"
        noteLabel={t().reason}
        error={props.decision.error()}
        disabledReason={props.decision.offlineReason()}
        onConfirm={({ note: reason }) =>
          closing(props.decision.decide('reopen-statement', { reason }, t().reopen.done))
        }
        onCancel={() => props.onClose()}
      />
      <ConfirmDialog
        open={props.asked === 'confirm'}
        title={t().confirm.action}
        message={t().confirm.hint}
        confirmLabel={t().confirm.action}
        note="optional"
        noteLabel={t().confirm.note}
        error={props.decision.error()}
        disabledReason={props.decision.offlineReason()}
        onConfirm={({ note }) =>
          closing(
            props.decision.decide(
              'confirm-statement',
              { ...seen(), ...(note && { note }) },
              t().confirm.done,
            ),
          )
        }
        onCancel={() => props.onClose()}
      />
    </>
  );
}
