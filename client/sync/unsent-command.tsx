// A command that waits to be sent. When the rule already says that it will be refused, the person learns it now.
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, Show, type Accessor, type JSX } from 'solid-js';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { useCodeText } from '../app/code-text.ts';
import { useOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { CommandCard } from './command-card.tsx';
import { whyDoubtful, type Known } from './foresight.ts';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';

interface Props {
  readonly command: CommandDocument;
  /** From 1. */
  readonly place: number;
  readonly known: Accessor<Known>;
}

export function UnsentCommand(props: Props): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const one = useOrder(() => props.command.orderId);
  const doubt = createMemo(() =>
    one.loading() ? undefined : whyDoubtful(props.command, one.order() ?? null, props.known()),
  );
  return (
    <CommandCard command={props.command} order={one.order()} place={props.place}>
      <Show when={doubt()}>
        {(code) => (
          <p class={css.doubt}>
            <TriangleAlert size={14} aria-hidden="true" /> {t().unsent.foreseen(codeText(code()))}
          </p>
        )}
      </Show>
    </CommandCard>
  );
}
