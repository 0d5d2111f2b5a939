// What a manager makes of an entry: he submits it in his own name, has settled it otherwise, or discards it.
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useOrder } from '../data/orders.ts';
import type { QuarantineEntry } from '../data/quarantine.ts';
import { useStrings } from '../i18n/strings.ts';
import { whyRefused } from '../sync/foresight.ts';
import { useKnown } from '../sync/known.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { commandIn } from './names.ts';
import { tellChanged } from './open-count.ts';
import css from './quarantine.module.css';
import type { SteadyList } from './steady-list.ts';
import { quarantineStrings } from './strings.ts';
import { isTakenOver, markTakenOver, noteSubmitted, unmark } from './taken-over.ts';

interface Props {
  readonly entry: QuarantineEntry;
  readonly list: SteadyList;
  readonly onSettled: (entry: QuarantineEntry) => void;
}

export function EntryActions(props: Props): JSX.Element {
  const t = useStrings(quarantineStrings);
  const obstacle = useObstacle(() => props.entry);
  const needsServer = () => (props.list.isConnected() ? undefined : t().needsServer);
  return (
    <>
      <Show when={isTakenOver(props.entry.id)}>
        <Banner tone="warning">{t().notMarked}</Banner>
      </Show>
      <Show when={props.entry.kind === 'document'}>
        <p class={css.muted}>{t().documentHint}</p>
      </Show>
      <Show when={props.entry.kind === 'command' && obstacle()}>
        <p class={css.muted}>{obstacle()}</p>
      </Show>
      <div class={css.actions}>
        <Show when={props.entry.kind === 'command'}>
          <TakeOver {...props} needsServer={needsServer()} obstacle={obstacle()} />
        </Show>
        <Settle {...props} resolution="done" needsServer={needsServer()} />
        <Settle {...props} resolution="discarded" needsServer={needsServer()} />
      </div>
    </>
  );
}

type ActionProps = Props & { readonly needsServer: string | undefined };

function TakeOver(props: ActionProps & { obstacle: string | undefined }): JSX.Element {
  const t = useStrings(quarantineStrings);
  const takeOver = useTakingOver(props);
  return (
    <Button
      variant="primary"
      busy={takeOver.busy()}
      disabledReason={isTakenOver(props.entry.id) ? t().notMarked : (props.needsServer ?? props.obstacle)}
      onClick={() => void takeOver.run()}
    >
      {t().takeOver}
    </Button>
  );
}

/** What the rule would say to this manager if he submitted it now. */
function useObstacle(entry: () => QuarantineEntry): () => string | undefined {
  const t = useStrings(quarantineStrings);
  const codeText = useCodeText();
  const known = useKnown();
  const one = useOrder(() => commandIn(entry())?.orderId);
  return createMemo(() => {
    if (one.loading()) return undefined;
    const code = whyRefused(entry().entered, one.order() ?? null, known());
    if (code === undefined) return undefined;
    return code === 'invalid-command' ? t().unreadable : t().takeOverNot(codeText(code));
  });
}

function useTakingOver(props: Props) {
  const t = useStrings(quarantineStrings);
  const codeText = useCodeText();
  const { issue } = useCommands();
  const [busy, setBusy] = createSignal(false);
  const submit = async (): Promise<void> => {
    const command = parseCommand(props.entry.entered);
    if (!command.ok) return void toast.error(t().unreadable);
    const { entry } = props;
    const { type, orderId, payload } = command.value;
    const issued = await issue(type, orderId, payload);
    if (!issued.ok) return void toast.error(t().takeOverNot(codeText(issued.error.code)));
    noteSubmitted(entry.id);
    const resolved = await props.list.resolve(entry.id, 'taken-over');
    if (!resolved.ok) return markTakenOver(entry.id);
    unmark(entry.id);
    tellChanged();
    toast.success(t().takenOver);
    props.onSettled(entry);
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    await submit().finally(() => setBusy(false));
  };
  return { busy, run };
}

function Settle(props: ActionProps & { resolution: 'done' | 'discarded' }): JSX.Element {
  const t = useStrings(quarantineStrings);
  const codeText = useCodeText();
  const [asking, setAsking] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string>();
  const isDiscard = () => props.resolution === 'discarded';
  const label = () => (isDiscard() ? t().discard : t().done);
  const settle = async (note: string): Promise<void> => {
    const { entry } = props;
    const resolved = await props.list.resolve(entry.id, props.resolution, note || undefined);
    if (!resolved.ok) return void setRefusal(codeText(resolved.error.code));
    setAsking(false);
    tellChanged();
    toast.success(t().settled);
    props.onSettled(entry);
  };
  const ask = (): void => {
    setRefusal(undefined);
    setAsking(true);
  };
  return (
    <>
      <Button
        variant={isDiscard() ? 'ghost' : 'secondary'}
        disabledReason={isTakenOver(props.entry.id) ? t().notMarked : props.needsServer}
        onClick={ask}
      >
        {label()}
      </Button>
      <ConfirmDialog
        open={asking()}
        tone={isDiscard() ? 'danger' : 'normal'}
        title={isDiscard() ? t().discardTitle : t().doneTitle}
        message={isDiscard() ? t().discardMessage : t().doneMessage}
        confirmLabel={label()}
        note="optional"
        noteLabel={t().note}
        error={refusal()}
        onCancel={() => setAsking(false)}
        onConfirm={({ note }) => settle(note)}
      />
    </>
  );
}
