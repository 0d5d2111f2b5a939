// A form on the page: its keys, and over its fields what has to be said about it as a whole.
import { For, Show, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { Banner } from '../banner.tsx';
import { useFormat } from '../formatting.tsx';
import { DiscardButton } from './discard-button.tsx';
import css from './form.module.css';
import { formKitStrings } from './strings.ts';
import type { FormState } from './types.ts';

export interface FormViewProps {
  form: FormState;
  children: JSX.Element;
  /** Under the fields, e.g. `<SaveBar>`. */
  footer?: JSX.Element;
}

/** Ctrl+Enter (on a Mac also ⌘+Enter) submits; Enter in a field goes on to the next one. */
export function FormView(props: FormViewProps): JSX.Element {
  let element!: HTMLFormElement;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) void props.form.submit();
    else if (goesOn(event.target)) focusNext(element, event.target);
    else return;
    event.preventDefault();
  };
  return (
    <form
      ref={(node) => ((element = node), props.form.attach(node))}
      class={css.form}
      novalidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={press}
    >
      <FormNotes form={props.form} />
      <Show when={props.form.generation()} keyed>
        {props.children}
      </Show>
      {props.footer}
    </form>
  );
}

function FormNotes(props: { form: FormState }): JSX.Element {
  const t = useStrings(formKitStrings);
  const format = useFormat();
  return (
    <>
      <Show when={props.form.restoredFrom()}>
        {(at) => (
          <Banner
            tone="info"
            action={<DiscardButton form={props.form} size="small" label={t().discardDraft} />}
          >
            {t().restored(format.relative(at()))}
          </Banner>
        )}
      </Show>
      <Show when={props.form.undecided() > 0}>
        <Banner tone="warning">{t().changedUnderneath(props.form.undecided())}</Banner>
      </Show>
      <Show when={props.form.refusal()}>
        {(reason) => <Banner tone="danger">{t().refused(reason())}</Banner>}
      </Show>
      <Show when={props.form.wrong().length > 0}>
        <WrongFields form={props.form} />
      </Show>
    </>
  );
}

function WrongFields(props: { form: FormState }): JSX.Element {
  const t = useStrings(formKitStrings);
  return (
    <Banner tone="danger" title={t().summary(props.form.wrong().length)}>
      <ul class={css.wrong}>
        <For each={props.form.wrong()}>
          {({ path, label, text }) => (
            <li>
              <button type="button" class={css.link} onClick={() => props.form.focus(path)}>
                {label === '' ? text : t().wrongField(label, text)}
              </button>
            </li>
          )}
        </For>
      </ul>
    </Banner>
  );
}

/** A document half entered must not go out by a slip. */
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
