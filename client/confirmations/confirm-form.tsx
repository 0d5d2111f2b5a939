// What the third party said of the result: entered once, and corrected when it says otherwise.
import { createSignal, onMount, Show, type JSX } from 'solid-js';
import { officeCan } from '#schemas/orders/can.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SuggestField } from '../ui/combobox.tsx';
import { Row, Stack } from '../ui/page.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { confirmationStrings } from './strings.ts';

interface Props {
  /** Always the same one: the form is made anew for another. */
  order: ProjectedOrder;
  /** The one before was confirmed: whoever works by keyboard goes on here. */
  takesFocus: boolean;
  onDone: () => void;
}

export function ConfirmForm(props: Props): JSX.Element {
  const t = useStrings(confirmationStrings);
  const word = useWord(props);
  let form!: HTMLFormElement;
  onMount(() => props.takesFocus && form.querySelector('textarea')?.focus());
  const isAnswered = () => props.order.confirmation?.state === 'confirmed';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void word.confirm();
  };
  return (
    <form
      ref={form}
      aria-label={t().form.title}
      onSubmit={(event) => (event.preventDefault(), void word.confirm())}
      onKeyDown={onKeyDown}
    >
      <Stack gap="small">
        <Show when={word.error()}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
        <TextArea
          label={t().form.remark}
          required
          rows={3}
          maxLength={2000}
          placeholder={t().form.remarkHint}
          value={word.remark()}
          onInput={word.setRemark}
          error={word.tried() && !word.remark().trim() ? t().form.missing : undefined}
        />
        <SuggestField
          label={t().form.outcome}
          value={word.outcome()}
          onInput={(text) => word.setOutcome(text.slice(0, 60))}
          options={t().form.outcomes.map((label) => ({ value: label, label }))}
        />
        <Show when={props.order.noticeId}>
          <Banner tone="info">{t().form.goesBack}</Banner>
        </Show>
        <Row end>
          <Button
            type="submit"
            variant="primary"
            aria-keyshortcuts="Control+Enter"
            title={t().form.andNext}
            busy={word.busy()}
            disabledReason={word.whyNot()}
          >
            {isAnswered() ? t().form.correct : t().form.confirm}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function useWord(props: Props) {
  const t = useStrings(confirmationStrings);
  const text = useCodeText();
  const actor = useActor();
  const { issue } = useCommands();
  const { online } = useSync();
  const before = props.order.confirmation;
  const [remark, setRemark] = createSignal(before?.returnRemark ?? '');
  const [outcome, setOutcome] = createSignal(before?.outcome ?? '');
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const whyNot = (): string | undefined => {
    const possibility = officeCan('confirm', props.order, actor);
    return possibility.can ? undefined : text(possibility.why);
  };
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (busy() || whyNot() !== undefined || !remark().trim()) return;
    setBusy(true);
    const issued = await issue('confirm-result', props.order.id, {
      returnRemark: remark().trim(),
      ...(outcome().trim() && { outcome: outcome().trim() }),
    }).finally(() => setBusy(false));
    if (!issued.ok) return void setError(text(issued.error.code));
    const done = before?.state === 'confirmed' ? t().form.corrected : t().form.done;
    toast.success(done, online() ? {} : { detail: t().form.offline });
    props.onDone();
  };
  return { remark, setRemark, outcome, setOutcome, tried, busy, error, whyNot, confirm };
}
