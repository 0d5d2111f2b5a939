// What is around every step of an import: its name, where one is, and the way back.
import { A } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { For, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Page } from '../ui/page.tsx';
import { steps, type Import, type Step } from './flow.ts';
import css from './import.module.css';
import { importStrings } from './strings.ts';

export function ImportFrame(props: {
  flow: Import;
  actions?: JSX.Element;
  children: JSX.Element;
}): JSX.Element {
  const title = useTitle(props.flow);
  return (
    <Page title={title()} description={<Where flow={props.flow} />} actions={props.actions}>
      <div class={css.body}>{props.children}</div>
    </Page>
  );
}

export function useTitle(flow: Import): () => string {
  const t = useStrings(importStrings);
  return () => t().title(t().kinds[flow.kind.collection]);
}

/** The way back, and the steps with the one that is current. */
export function Where(props: { flow: Import }): JSX.Element {
  const t = useStrings(importStrings);
  const place = (step: Step) => steps.indexOf(step);
  const current = () => place(props.flow.step());
  const state = (step: Step) =>
    place(step) < current() ? 'past' : place(step) === current() ? 'now' : 'next';
  return (
    <span class={css.where}>
      <A class={css.back} href={props.flow.kind.href}>
        <ArrowLeft size={14} />
        {t().backToList}
      </A>
      <span role="list" class={css.steps} aria-label={t().stepsLabel}>
        <For each={steps}>
          {(step, index) => (
            <span
              role="listitem"
              class={css.step}
              data-state={state(step)}
              aria-current={state(step) === 'now' ? 'step' : undefined}
            >
              <span class={css.place}>{index() + 1}</span>
              {t().steps[step]}
            </span>
          )}
        </For>
      </span>
    </span>
  );
}
