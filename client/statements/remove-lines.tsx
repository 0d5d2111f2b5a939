// Takes the ticked orders off a draft, with a verdict for each.
import { createSignal, type JSX } from 'solid-js';
import type { Statement, StatementLine } from '#schemas/finance/statements/statement.ts';
import { statementPermission } from '#schemas/finance/statements/decide.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import type { BatchRun } from '../ui/batch-run.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import type { Selection } from '../ui/selection.ts';
import { useStatementRun } from './statement-batch.tsx';
import { statementStrings } from './strings.ts';

export function RemoveLines(props: {
  statement: Statement;
  selection: Selection<StatementLine>;
  run: BatchRun;
}): JSX.Element {
  const t = useStrings(statementStrings);
  const actor = useActor();
  const sync = useSync();
  const codeText = useCodeText();
  const commands = useCommands();
  const format = useFormat();
  // eslint-disable-next-line solid/reactivity -- a page has one run
  const { begin } = useStatementRun(props.run, 'remove');
  const [asked, setAsked] = createSignal(false);
  const whyNot = () => {
    if (!may(actor, statementPermission['remove-from-statement'])) return codeText('not-permitted');
    return sync.online() ? undefined : t().needsServer;
  };
  const start = (): void => {
    setAsked(false);
    const payload = { statementId: props.statement.id };
    const lines = props.selection.rows().map(({ id: orderId, number }) => ({
      label: number,
      request: { id: commands.newId(), type: 'remove-from-statement' as const, orderId, payload },
    }));
    begin({ at: format.now(), lines }, props.selection.clear);
  };
  return (
    <>
      <Button size="small" disabledReason={whyNot()} onClick={() => setAsked(true)}>
        {t().remove.action}
      </Button>
      <ConfirmDialog
        open={asked()}
        title={t().remove.question(props.selection.count())}
        message={t().remove.hint}
        confirmLabel={t().remove.action}
        disabledReason={whyNot()}
        onConfirm={start}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}
