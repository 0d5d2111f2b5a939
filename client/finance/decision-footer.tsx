// The button that decides, with why it is off, and what went wrong with the last try.
import { onCleanup, Show, type JSX } from 'solid-js';
import { financeCan } from '#schemas/orders/can.ts';
import type { FinanceCommand } from '#schemas/finance/decide.ts';
import { useCodeText } from '../app/code-text.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useFind } from '../orders/find.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { financeStrings } from './strings.ts';
import css from './finance.module.css';

export function DecisionFooter(props: {
  order: ProjectedOrder;
  type: FinanceCommand['type'];
  label: string;
  busy: boolean;
  error: string | undefined;
  offlineReason: string | undefined;
  onDecide: () => void;
}): JSX.Element {
  const t = useStrings(financeStrings);
  const codeText = useCodeText();
  const actor = useActor();
  const find = useFind();
  const whyNot = () => {
    const possibility = financeCan(props.type, props.order, { actor, find });
    return possibility.can ? props.offlineReason : codeText(possibility.why);
  };
  let footer!: HTMLDivElement;
  useCtrlEnter(
    () => footer,
    () => {
      if (whyNot() === undefined) props.onDecide();
    },
  );
  return (
    <>
      <Show when={props.error}>
        <Banner tone="danger">{props.error}</Banner>
      </Show>
      <div class={css.footer} ref={footer}>
        <span class={css.muted}>{whyNot() ?? t().andNext}</span>
        <Button
          variant="primary"
          type="submit"
          busy={props.busy}
          disabledReason={whyNot()}
          onClick={() => props.onDecide()}
        >
          {props.label}
        </Button>
      </div>
    </>
  );
}

/** Ctrl or Cmd with Enter, wherever one is: after a decision the next order stands there and nothing of it is chosen. */
function useCtrlEnter(footer: () => Element, decide: () => void): void {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.defaultPrevented || event.repeat || isInOtherDialog(event, footer())) return;
    event.preventDefault();
    decide();
  };
  document.addEventListener('keydown', press);
  onCleanup(() => document.removeEventListener('keydown', press));
}

function isInOtherDialog({ target }: Event, footer: Element): boolean {
  const dialog = target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]');
  return dialog ? !dialog.contains(footer) : false;
}
