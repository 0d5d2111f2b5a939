// One row of the sheet, to be mended: each cell as a field, with what is wrong under it and what can be chosen.
import ListRestart from 'lucide-solid/icons/list-restart';
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import { useData } from '../data/context.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SuggestField } from '../ui/combobox.tsx';
import { Row } from '../ui/page.tsx';
import { textIn } from './cells.ts';
import type { Import } from './flow.ts';
import css from './import.module.css';
import type { JudgedRow } from './judge.ts';
import { inLocale, type ImportColumn } from './kind.ts';
import { useProblemText } from './problem-text.ts';
import { filledColumns } from './row-columns.tsx';
import { importStrings } from './strings.ts';
import { wordsOf, type Words } from './words.ts';

interface Props {
  flow: Import;
  row: JudgedRow;
  onShow: (row: number) => void;
}

export function RowEditor(props: Props): JSX.Element {
  const t = useStrings(importStrings);
  const problems = useProblemText();
  const { references } = useData();
  const words = createMemo(() => wordsOf(references.lookups, locale()));
  const isSkipped = () => props.row.verdict === 'skipped';
  let editor!: HTMLDivElement;
  createEffect(
    on(
      () => props.row.number,
      () => focusFault(editor),
    ),
  );
  return (
    <div class={css.editor} ref={editor}>
      <For
        each={
          props.row.objections.length > 0
            ? problems.ofRow(props.flow.kind, { ...props.row, problems: {} })
            : []
        }
      >
        {(text) => <Banner tone="danger">{text}</Banner>}
      </For>
      <Row>
        <NextError {...props} />
        <Button size="small" onClick={() => props.flow.decisions.skip([props.row.number], !isSkipped())}>
          {isSkipped() ? t().takeRow : t().skipRow}
        </Button>
      </Row>
      <For each={filledColumns(props.flow)}>
        {(column) => <CellField {...props} column={column} words={words()} />}
      </For>
    </div>
  );
}

/** The first field that something is wrong with, once it says so. */
function focusFault(editor: HTMLElement): void {
  requestAnimationFrame(() => {
    const field = editor.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  });
}

function NextError(props: Props): JSX.Element {
  const t = useStrings(importStrings);
  const next = createMemo(() => {
    const wrong = props.flow
      .rows()
      .filter(({ verdict, number }) => verdict === 'error' && number !== props.row.number);
    return wrong.find(({ number }) => number > props.row.number) ?? wrong[0];
  });
  return (
    <Show when={next()}>
      {(row) => (
        <Button size="small" variant="primary" onClick={() => props.onShow(row().number)}>
          {t().nextError}
        </Button>
      )}
    </Show>
  );
}

/** What is typed counts when one leaves the field, or takes a suggestion. */
function CellField(props: Props & { column: ImportColumn; words: Words }): JSX.Element {
  const t = useStrings(importStrings);
  const problems = useProblemText();
  const { decisions } = props.flow;
  const text = () => props.row.texts[props.column.key] ?? '';
  const [typed, setTyped] = createSignal(text());
  createEffect(on(text, (stored) => setTyped(stored), { defer: true }));
  const enter = (value: string): void => {
    if (value !== text()) decisions.enter(props.row.number, props.column.key, value);
  };
  const problem = () => props.row.problems[props.column.key];
  const near = () => {
    const found = problem();
    return found && 'near' in found ? found.near : [];
  };
  const options = createMemo(() =>
    [...new Set([...near(), ...(props.column.choices?.(props.words) ?? [])])].map((value) => ({
      value,
      label: value,
    })),
  );
  const notes = () => {
    const before = props.row.changed[props.column.key];
    return before === undefined ? undefined : t().wasBefore(before || t().emptyBefore);
  };
  return (
    <div class={css.cellField}>
      <SuggestField
        label={inLocale(props.column.labels, locale())}
        required={props.column.required}
        value={typed()}
        options={options()}
        error={problem() ? problems.text(problem() as NonNullable<ReturnType<typeof problem>>) : undefined}
        description={notes()}
        onInput={setTyped}
        onChoose={({ label }) => enter(label)}
        onBlur={() => enter(typed())}
      />
      <Show when={isEntered(props.flow, props.row.number, props.column.key)}>
        <Button
          size="small"
          variant="ghost"
          icon={ListRestart}
          onClick={() => decisions.enter(props.row.number, props.column.key, undefined)}
        >
          {t().resetCell}: {sheetText(props.flow, props.row.number, props.column.key) || t().emptyBefore}
        </Button>
      </Show>
    </div>
  );
}

const isEntered = ({ decisions }: Import, row: number, column: string): boolean =>
  decisions.edits().get(row)?.[column] !== undefined;

function sheetText({ sheet, decisions }: Import, row: number, column: string): string {
  const index = decisions.matching().indexOf(column);
  return textIn(sheet()?.rows.find(({ number }) => number === row)?.cells[index] ?? '');
}
