// A refused command: why, what to do, and the three ways out of it: again, otherwise, or not at all.
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, type Accessor, type JSX } from 'solid-js';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { awaitChange, changeOf } from './change.ts';
import { CommandCard, useTypeName } from './command-card.tsx';
import { leaveItem } from './focus.ts';
import { whyRefused, type Known } from './foresight.ts';
import { GiveUp, Reason } from './refused-parts.tsx';
import { syncStrings } from './strings.ts';

interface Props {
  readonly command: CommandDocument;
  readonly known: Accessor<Known>;
  readonly onDismiss: () => Promise<void>;
}

export function RefusedCommand(props: Props): JSX.Element {
  const typeName = useTypeName();
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
          <GiveUp what={typeName(props.command.type)} onGiveUp={() => props.onDismiss()} />
        </>
      }
    >
      <Reason code={props.command.verdict?.code} detail={props.command.verdict?.detail} />
    </CommandCard>
  );
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
