// One command in words: what, about which order, when, and what was entered.
import { A } from '@solidjs/router';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { Time } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { toast } from '../ui/toast.tsx';
import css from './command-card.module.css';
import { useEntered } from './entered.ts';
import { syncStrings } from './strings.ts';
import { typeStrings } from './type-strings.ts';

export function UnsentCommand(props: { command: CommandDocument }): JSX.Element {
  return <CommandCard command={props.command} />;
}

/** Refusals that the next try may not meet: something was missing then, or somebody else has moved it back. */
const mayPassLater = [
  'not-permitted',
  'order-not-found',
  'outlet-not-yours',
  'unknown-reference',
  'disabled-reference',
  'not-a-driver',
  'not-dispatched',
  'not-your-order',
];

export function RefusedCommand(props: { command: CommandDocument; onDismiss: () => void }): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const { issue } = useCommands();
  const [busy, setBusy] = createSignal(false);
  const verdict = () => props.command.verdict;
  const again = async (): Promise<void> => {
    const command = parseCommand(props.command);
    if (!command.ok) return;
    setBusy(true);
    const issued = await issue(command.value.type, command.value.orderId, command.value.payload);
    setBusy(false);
    if (!issued.ok) return void toast.error(codeText(issued.error.code));
    toast.success(t().tried);
    props.onDismiss();
  };
  return (
    <CommandCard command={props.command} reason={codeText(verdict()?.code)} detail={verdict()?.detail}>
      <Show when={mayPassLater.includes(verdict()?.code ?? '')}>
        <Button size="small" busy={busy()} onClick={() => void again()}>
          {t().tryAgain}
        </Button>
      </Show>
      <Button size="small" variant="ghost" onClick={() => props.onDismiss()}>
        {t().dismiss}
      </Button>
    </CommandCard>
  );
}

interface CardProps {
  readonly command: CommandDocument;
  readonly reason?: string;
  readonly detail?: string | undefined;
  readonly children?: JSX.Element;
}

function CommandCard(props: CardProps): JSX.Element {
  const t = useStrings(syncStrings);
  const types = useStrings(typeStrings);
  const entered = useEntered();
  const items = createMemo(() => entered(props.command));
  const type = () => Object.entries(types()).find(([name]) => name === props.command.type)?.[1];
  return (
    <article class={css.card}>
      <div class={css.head}>
        <strong>{type() ?? props.command.type}</strong>
        <OrderLink command={props.command} />
        <span class={css.time}>
          <Time iso={props.command.at} />
        </span>
        <div class={css.actions}>{props.children}</div>
      </div>
      <Show when={props.reason}>
        <p class={css.reason} title={props.detail}>
          {props.reason}
        </p>
      </Show>
      <Show when={items().length > 0}>
        <details>
          <summary class={css.summary}>{t().entered}</summary>
          <KeyValueList items={items()} />
        </details>
      </Show>
    </article>
  );
}

function OrderLink(props: { command: CommandDocument }): JSX.Element {
  const t = useStrings(syncStrings);
  const { order } = useOrder(() => props.command.orderId);
  return (
    <Show when={order()} fallback={<span class={css.time}>{t().noOrder}</span>}>
      {(found) => (
        <A href={`/orders/${found().id}`}>
          {[found().number || t().newOrder, found().car.plate].join(' · ')}
        </A>
      )}
    </Show>
  );
}
