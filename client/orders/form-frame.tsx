// The form around the fields: keys, the line of state, the button that submits.
import CloudOff from 'lucide-solid/icons/cloud-off';
import { createSignal, Show, type JSX } from 'solid-js';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/states.tsx';
import type { FormState } from './form-state.ts';
import { formStrings } from './form-strings.ts';
import css from './form.module.css';
import orders from './orders.module.css';

interface Props {
  form: FormState;
  submitLabel: string;
  /** Called with a draft that has no problems; gives why it was refused, in words. */
  onSubmit: () => Promise<string | undefined>;
  onCancel: () => void;
  /** Why it cannot be submitted at all. */
  disabledReason?: string | undefined;
  /** At the end of the line of state. */
  state?: JSX.Element;
  /** Over the fields. */
  banner?: JSX.Element;
  children: JSX.Element;
}

export function FormFrame(props: Props): JSX.Element {
  const t = useStrings(formStrings);
  const { online } = useSync();
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string>();
  let form!: HTMLFormElement;
  const submit = async (): Promise<void> => {
    if (busy() || props.disabledReason !== undefined) return;
    props.form.setTried(true);
    if (Object.keys(props.form.problems()).length > 0) return focusFirstWrong(form);
    setBusy(true);
    try {
      setRefusal(await props.onSubmit());
      // Who is still here was refused, and why stands at the top.
      if (form.isConnected) form.scrollIntoView({ block: 'start' });
    } finally {
      setBusy(false);
    }
  };
  const wrong = () => (props.form.tried() ? Object.keys(props.form.problems()).length : 0);
  return (
    <form
      ref={form}
      class={css.form}
      novalidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
        if (event.ctrlKey || event.metaKey) void submit();
        else if (!goesOn(event.target)) return;
        else focusNext(form, event.target);
        event.preventDefault();
      }}
    >
      <Show when={refusal()}>{(reason) => <Banner tone="danger">{t().refused(reason())}</Banner>}</Show>
      {props.banner}
      {props.children}
      <div class={css.footer} data-actions-bar="">
        <div class={css.state} role="status">
          <Show when={wrong() > 0}>
            <span class={css.wrong}>{t().someProblems(wrong())}</span>
          </Show>
          <Show when={!online()}>
            <CloudOff size={14} /> <span>{t().offline}</span>
          </Show>
          {props.state}
        </div>
        <Button onClick={() => props.onCancel()}>{t().cancel}</Button>
        <Button
          variant="primary"
          busy={busy()}
          disabledReason={props.disabledReason}
          onClick={() => void submit()}
        >
          <span class={orders.keyed}>
            {props.submitLabel}
            <span class={orders.key} aria-hidden="true">
              <Kbd>Ctrl ⏎</Kbd>
            </span>
          </span>
        </Button>
      </div>
    </form>
  );
}

/** Enter in a field goes on to the next one: an order half typed must not go out by a slip. */
const goesOn = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

const fields = 'input, select, textarea';

function focusNext(form: HTMLFormElement, from: EventTarget): void {
  const all = [...form.querySelectorAll<HTMLElement>(fields)].filter((field) => field.tabIndex >= 0);
  const index = all.findIndex((field) => field === from);
  const isSameGroup = (field: HTMLElement) =>
    from instanceof HTMLInputElement && from.type === 'radio' && field.matches(`[name="${from.name}"]`);
  all
    .slice(index + 1)
    .find((field) => !isSameGroup(field))
    ?.focus();
}

/** The messages are drawn before this runs. */
function focusFirstWrong(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
