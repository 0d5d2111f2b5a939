// A refused command: why, what to do, and the three ways out of it: again, otherwise, or not at all.
import { useNavigate } from '@solidjs/router';
import OctagonX from 'lucide-solid/icons/octagon-x';
import { createMemo, createSignal, type Accessor, type JSX } from 'solid-js';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { adviceStrings } from './advice-strings.ts';
import { awaitChange, changeOf } from './change.ts';
import { CommandCard, useTypeName } from './command-card.tsx';
import { leaveItem } from './focus.ts';
import { whyRefused, type Known } from './foresight.ts';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';

interface Props {
  readonly command: CommandDocument;
  readonly known: Accessor<Known>;
  readonly onDismiss: () => Promise<void>;
}

export function RefusedCommand(props: Props): JSX.Element {
  const one = useOrder(() => props.command.orderId);
  const obstacle = createMemo(() =>
    one.loading() ? undefined : whyRefused(props.command, one.order() ?? null, props.known()),
  );
  return (
    <CommandCard
      open
      command={props.command}
      order={one.order()}
      actions={
        <>
          <Again {...props} obstacle={obstacle()} />
          <Change command={props.command} order={one.order()} isLeading={obstacle() !== undefined} />
          <GiveUp {...props} />
        </>
      }
    >
      <Reason command={props.command} />
    </CommandCard>
  );
}

function Reason(props: { command: CommandDocument }): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const advice = useAdvice();
  const code = () => props.command.verdict?.code;
  return (
    <div class={css.reason} title={props.command.verdict?.detail}>
      <OctagonX size={16} aria-hidden="true" />
      <div>
        <strong class={css.why}>{codeText(code())}</strong>
        <p>
          {advice(code())}
          {isHeldBack(code()) && code() !== 'sender-disabled' ? t().refused.withManager : ''}
        </p>
      </div>
    </div>
  );
}

function useAdvice(): (code: string | undefined) => string {
  const advice = useStrings(adviceStrings);
  return (code) => Object.entries(advice()).find(([name]) => name === code)?.[1] ?? advice().other;
}

function Again(props: Props & { obstacle: string | undefined }): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const { issue } = useCommands();
  const [busy, setBusy] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const submit = async (): Promise<void> => {
    const command = parseCommand(props.command);
    if (!command.ok) return void toast.error(codeText(command.error.code));
    setBusy(true);
    const issued = await issue(command.value.type, command.value.orderId, command.value.payload);
    setBusy(false);
    if (!issued.ok) return void toast.error(t().refused.stillRefused(codeText(issued.error.code)));
    toast.success(t().refused.againDone);
    await leaveItem(button, () => props.onDismiss());
  };
  const obstacle = () =>
    props.obstacle === undefined ? undefined : t().refused.stillRefused(codeText(props.obstacle));
  return (
    <Button
      ref={(element) => (button = element)}
      variant={props.obstacle === undefined ? 'primary' : 'secondary'}
      busy={busy()}
      disabledReason={obstacle()}
      onClick={() => void submit()}
    >
      {t().refused.again}
    </Button>
  );
}

interface ChangeProps {
  readonly command: CommandDocument;
  readonly order: Parameters<typeof changeOf>[1];
  readonly isLeading: boolean;
}

function Change(props: ChangeProps): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const actor = useActor();
  const navigate = useNavigate();
  const change = createMemo(() => changeOf(props.command, props.order, actor));
  const whyNot = (): string | undefined => {
    const found = change();
    if (found.kind !== 'none') return undefined;
    return found.why === 'gone' ? t().refused.cannotOpen : t().refused.cannotChange(codeText(found.why));
  };
  const go = (): void => {
    const found = change();
    if (found.kind === 'none') return;
    if (found.kind === 'order') awaitChange(props.command);
    navigate(found.href);
  };
  return (
    <Button
      variant={props.isLeading && change().kind === 'form' ? 'primary' : 'secondary'}
      title={change().kind === 'order' ? t().refused.changeAbout : undefined}
      disabledReason={whyNot()}
      onClick={go}
    >
      {t().refused.change}
    </Button>
  );
}

function GiveUp(props: Props): JSX.Element {
  const t = useStrings(syncStrings);
  const typeName = useTypeName();
  const [asking, setAsking] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const giveUp = async (): Promise<void> => {
    setAsking(false);
    await leaveItem(button, () => props.onDismiss());
    toast.info(t().refused.gaveUp);
  };
  return (
    <>
      <Button ref={(element) => (button = element)} variant="ghost" onClick={() => setAsking(true)}>
        {t().refused.giveUp}
      </Button>
      <ConfirmDialog
        open={asking()}
        tone="danger"
        title={t().refused.giveUpTitle(typeName(props.command.type))}
        message={t().refused.giveUpMessage}
        confirmLabel={t().refused.giveUp}
        onCancel={() => setAsking(false)}
        onConfirm={giveUp}
      />
    </>
  );
}
