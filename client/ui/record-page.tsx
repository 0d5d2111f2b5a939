// The page of one record, the same for all of them: what it is and what can be done with it at the top, its fields
// in sections under each other, save and discard always in reach. A page and no drawer: it has an address, room for
// long lists, and is the same on a phone.
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import CloudUpload from 'lucide-solid/icons/cloud-upload';
import { A } from '@solidjs/router';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Badge } from './badge.tsx';
import { cx } from './cx.ts';
import { createCurrentSection } from './current-section.ts';
import { fieldAt } from './form/focus.ts';
import { FormView } from './form/form-view.tsx';
import { SaveBar, type SaveBarProps } from './form/save-bar.tsx';
import { formKitStrings } from './form/strings.ts';
import type { FormState } from './form/types.ts';
import { useFormat } from './formatting.tsx';
import { MoreMenu, type MenuItem } from './menu.tsx';
import css from './record-page.module.css';
import { uiStrings } from './strings.ts';

export interface RecordSection {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  /** A line under the heading. */
  readonly hint?: string | undefined;
  /** Beside the heading, e.g. "add". */
  readonly actions?: (() => JSX.Element) | undefined;
  readonly content: () => JSX.Element;
}

export interface RecordPageProps {
  title: string;
  /** The list it belongs to. */
  back: { readonly href: string; readonly label: string };
  /** Beside the title: `<StatusBadge>` of enabled, in repair … */
  badges?: JSX.Element;
  /** It is on this device and not at the server yet. */
  unsent?: boolean | undefined;
  /** Who changed it last, by name, and when (ISO). */
  changed?: { readonly by: string; readonly at: string } | undefined;
  /** Buttons that are used often. */
  actions?: JSX.Element;
  /** The rest: history, disable, delete last. */
  menu?: readonly MenuItem[] | undefined;
  /** Over the fields, e.g. that it was deleted meanwhile. */
  banner?: JSX.Element;
  form: FormState;
  sections: readonly RecordSection[];
  /** To be looked at only: nothing can be entered, and the sections' actions and the save bar are not there. */
  readOnly?: boolean | undefined;
  /** Labels of the buttons, and why it cannot be saved. */
  saving?: Omit<SaveBarProps, 'form'> | undefined;
}

export function RecordPage(props: RecordPageProps): JSX.Element {
  const [body, setBody] = createSignal<HTMLElement>();
  return (
    <div class={css.page}>
      <Head {...props} />
      <div class={css.body} ref={setBody}>
        <Show when={props.sections.length > 1}>
          <SectionNav sections={props.sections} form={props.form} body={body()} />
        </Show>
        <FormView
          form={props.form}
          footer={
            <Show when={!props.readOnly}>
              <div class={css.footer}>
                <SaveBar {...props.saving} form={props.form} />
              </div>
            </Show>
          }
        >
          {props.banner}
          <For each={props.sections}>
            {(section) => <Section section={section} readOnly={props.readOnly === true} />}
          </For>
        </FormView>
      </div>
    </div>
  );
}

function Head(props: RecordPageProps): JSX.Element {
  const t = useStrings(formKitStrings);
  const ui = useStrings(uiStrings);
  const format = useFormat();
  return (
    <header class={css.head}>
      <A href={props.back.href} class={css.back} title={props.back.label}>
        <ArrowLeft size={18} />
        <span class={css.backLabel}>{props.back.label}</span>
      </A>
      <h1 class={css.title}>{props.title}</h1>
      <div class={css.marks}>
        {props.badges}
        <Show when={props.unsent}>
          <Badge tone="info" icon={CloudUpload} title={t().unsentTitle}>
            {t().unsent}
          </Badge>
        </Show>
        <Show when={props.changed}>
          {(changed) => (
            <span class={css.changed} title={format.dateTime(changed().at)}>
              {t().changedBy(changed().by, format.relative(changed().at))}
            </span>
          )}
        </Show>
      </div>
      <div class={css.actions}>{props.actions}</div>
      <Show when={props.menu?.length}>
        <div class={css.menu}>
          <MoreMenu label={ui().more} items={props.menu ?? []} />
        </div>
      </Show>
    </header>
  );
}

function Section(props: { section: RecordSection; readOnly: boolean }): JSX.Element {
  return (
    <section id={props.section.id} class={css.section} aria-labelledby={`${props.section.id}-heading`}>
      <header class={css.sectionHead}>
        <div>
          <h2 id={`${props.section.id}-heading`} class={css.sectionTitle} tabindex={-1}>
            {props.section.label}
          </h2>
          <Show when={props.section.hint}>
            <p class={css.hint}>{props.section.hint}</p>
          </Show>
        </div>
        <Show when={!props.readOnly}>{props.section.actions?.()}</Show>
      </header>
      <fieldset class={css.fields} disabled={props.readOnly}>
        {props.section.content()}
      </fieldset>
    </section>
  );
}

function SectionNav(props: {
  sections: readonly RecordSection[];
  form: FormState;
  body: HTMLElement | undefined;
}): JSX.Element {
  const t = useStrings(formKitStrings);
  const reading = createCurrentSection(() => props.body);
  const isWrong = (id: string): boolean => {
    const section = props.body?.querySelector(`#${CSS.escape(id)}`) ?? undefined;
    return props.form.wrong().some(({ path }) => fieldAt(section, path));
  };
  const go = (id: string): void => {
    const section = document.getElementById(id);
    if (!section) return;
    reading.go(section);
    section.querySelector('h2')?.focus({ preventScroll: true });
  };
  return (
    <nav class={css.nav} aria-label={t().sections}>
      <For each={props.sections}>
        {(section) => (
          <button
            type="button"
            class={cx(css.place, isWrong(section.id) && css.wrong)}
            aria-current={reading.current() === section.id ? 'true' : undefined}
            onClick={() => go(section.id)}
          >
            {section.label}
            <Show when={isWrong(section.id)}>
              <span class="visually-hidden">{t().sectionWrong}</span>
            </Show>
          </button>
        )}
      </For>
    </nav>
  );
}
