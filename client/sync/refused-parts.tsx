// What the cards of refused commands and of refused edits have in common: the reason with what to do about it, and
// the way out of it.
import OctagonX from 'lucide-solid/icons/octagon-x';
import { createSignal, type JSX } from 'solid-js';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import { useCodeText } from '../app/code-text.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { adviceStrings } from './advice-strings.ts';
import { leaveItem } from './focus.ts';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';

export function Reason(props: { code: string | undefined; detail?: string | undefined }): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const advice = useAdvice();
  const isWithManager = () => isHeldBack(props.code) && props.code !== 'sender-disabled';
  return (
    <div class={css.reason} title={props.detail}>
      <OctagonX size={16} aria-hidden="true" />
      <div>
        <strong class={css.why}>{codeText(props.code)}</strong>
        <p>
          {advice(props.code)}
          {isWithManager() ? t().refused.withManager : ''}
        </p>
      </div>
    </div>
  );
}

/** What can be done about a refusal. */
export function useAdvice(): (code: string | undefined) => string {
  const advice = useStrings(adviceStrings);
  return (code) => Object.entries(advice()).find(([name]) => name === code)?.[1] ?? advice().other;
}

/** @param props.what as it is called in the question */
export function GiveUp(props: { what: string; onGiveUp: () => Promise<void> }): JSX.Element {
  const t = useStrings(syncStrings);
  const [asking, setAsking] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const giveUp = async (): Promise<void> => {
    setAsking(false);
    await leaveItem(button, () => props.onGiveUp());
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
        title={t().refused.giveUpTitle(props.what)}
        message={t().refused.giveUpMessage}
        confirmLabel={t().refused.giveUp}
        onCancel={() => setAsking(false)}
        onConfirm={giveUp}
      />
    </>
  );
}
