// The last step: what was made and changed, what was not, and what to do now.
import CircleCheck from 'lucide-solid/icons/circle-check';
import Download from 'lucide-solid/icons/download';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, onMount, Show, type Component, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { ImportedPasswords } from '../staff/imported-passwords.tsx';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Row } from '../ui/page.tsx';
import { saveXlsx } from '../ui/spreadsheet/save.ts';
import type { Import, Outcome } from './flow.ts';
import { ImportFrame } from './frame.tsx';
import css from './import.module.css';
import type { JudgedRow } from './judge.ts';
import { inLocale, type ImportName } from './kind.ts';
import { useProblemText } from './problem-text.ts';
import { importStrings } from './strings.ts';
import { UndoButton, UndoneBanner } from './undo-button.tsx';
import type { Undo } from './undo.ts';

export function DoneStep(props: { flow: Import; outcome: Outcome; undo: Undo }): JSX.Element {
  const t = useStrings(importStrings);
  const sync = useSync();
  const format = useFormat();
  onMount(() => props.undo.refresh());
  const isWhole = () => !props.outcome.failed && !props.outcome.stopped;
  const title = () => {
    if (props.outcome.failed) return t().failedTitle;
    return props.outcome.stopped ? t().stoppedTitle : t().doneTitle;
  };
  return (
    <ImportFrame flow={props.flow}>
      <div class={css.done}>
        <h2 class={css.doneTitle} data-whole={isWhole() ? '' : undefined}>
          <Dynamic component={isWhole() ? CircleCheck : TriangleAlert} size={22} aria-hidden="true" />
          {title()}
        </h2>
        <Counts flow={props.flow} outcome={props.outcome} />
        <p class={css.quiet}>{sync.online() ? t().sending : t().sentLater}</p>
        <Show when={props.outcome.overtaken.size}>
          {(count) => <Banner tone="warning">{t().overtaken(format.count(count()))}</Banner>}
        </Show>
        <Afterwards flow={props.flow} outcome={props.outcome} />
        <UndoneBanner undo={props.undo} />
        <Row>
          <LinkButton href={props.flow.kind.href} variant="primary">
            {t().toList}
          </LinkButton>
          <Button onClick={() => props.flow.restart()}>{t().another}</Button>
          <Left flow={props.flow} outcome={props.outcome} />
          <UndoButton undo={props.undo} />
        </Row>
      </div>
    </ImportFrame>
  );
}

function Counts(props: { flow: Import; outcome: Outcome }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  const items = () => [
    { label: t().made, count: props.outcome.made.length },
    { label: t().changed, count: props.outcome.changed },
    { label: t().left, count: leftRows(props.flow, props.outcome).length },
  ];
  return (
    <dl class={css.counts}>
      <For each={items()}>
        {(item) => (
          <div>
            <dt>{item.label}</dt>
            <dd>{t().rowsUnit(format.count(item.count))}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

/** What is left to do for the new ones, where that can be done for all of them at once. */
const nextSteps: Partial<Record<ImportName, Component<{ made: readonly string[] }>>> = {
  staff: ImportedPasswords,
};

function Afterwards(props: { flow: Import; outcome: Outcome }): JSX.Element {
  const text = () => props.outcome.made.length > 0 && props.flow.kind.afterwards;
  const action = () => (
    <Show when={nextSteps[props.flow.kind.collection]}>
      {(next) => <Dynamic component={next()} made={props.outcome.made} />}
    </Show>
  );
  return (
    <Show when={text()}>
      {(texts) => (
        <Banner tone="info" action={action()}>
          {inLocale(texts(), locale())}
        </Banner>
      )}
    </Show>
  );
}

function Left(props: { flow: Import; outcome: Outcome }): JSX.Element {
  const t = useStrings(importStrings);
  const { zone, now } = useFormat();
  const problems = useProblemText();
  const rows = () => leftRows(props.flow, props.outcome);
  const reasonOf = (row: JudgedRow): string => {
    if (props.outcome.overtaken.has(row.number)) return t().overtakenReason;
    return problems.ofRow(props.flow.kind, row).join('; ') || t().verdicts[row.verdict];
  };
  const download = (): void => {
    const { kind } = props.flow;
    const columns = kind.columns.map(({ labels }) => ({ header: inLocale(labels, locale()) }));
    const name = t().leftName(t().kinds[kind.collection]);
    void saveXlsx(
      {
        name,
        columns: [...columns, { header: t().reason, width: 60 }],
        rows: rows().map((row) => [...kind.columns.map(({ key }) => row.texts[key]), reasonOf(row)]),
      },
      zone(),
      now(),
    );
  };
  return (
    <Show when={rows().length > 0}>
      <Button icon={Download} onClick={download}>
        {t().downloadLeft}
      </Button>
    </Show>
  );
}

/** Rows that said something new and did not get in. */
const leftRows = (flow: Import, { written }: Outcome) =>
  flow.rows().filter(({ verdict, number }) => verdict !== 'same' && !written.has(number));
