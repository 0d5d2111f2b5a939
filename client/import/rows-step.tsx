// The third step: what becomes of each row, the wrong ones first. A row that is opened can be mended or left out.
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { Select } from '../ui/select.tsx';
import type { Selection } from '../ui/selection.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { textMatcher } from '../ui/text-match.ts';
import type { Import } from './flow.ts';
import { useTitle, Where } from './frame.tsx';
import css from './import.module.css';
import { countVerdicts, toBeWritten, verdicts, type Counts, type JudgedRow } from './judge.ts';
import { columnOf, inLocale } from './kind.ts';
import { faultOf, RowCard, useRowColumns, VerdictBadge } from './row-columns.tsx';
import { RowEditor } from './row-editor.tsx';
import { importStrings } from './strings.ts';
import { locale } from '../i18n/locale.ts';

export function RowsStep(props: { flow: Import }): JSX.Element {
  const t = useStrings(importStrings);
  const title = useTitle(props.flow);
  const query = useListQuery({ verdict: filter.several(verdicts) });
  const counts = createMemo(() => countVerdicts(props.flow.rows()));
  const shown = useShown(props.flow, query);
  const columns = useRowColumns(props.flow);
  const filters = useVerdictFilter(counts);
  const [open, setOpen] = createSignal<number>();
  const opened = () => props.flow.rows().find(({ number }) => number === open());
  createEffect(on(open, (row) => row !== undefined && showFault(row)));
  return (
    <ListPage
      title={title()}
      storageKey={`import-${props.flow.kind.collection}`}
      description={
        <>
          <Where flow={props.flow} />
          <Summary flow={props.flow} counts={counts()} onMend={() => setOpen(firstWrong(shown())?.number)} />
        </>
      }
      query={query}
      columns={columns()}
      rows={shown()}
      total={props.flow.rows().length}
      rowKey={({ number }) => String(number)}
      rowTone={({ verdict }) => rowTones[verdict]}
      card={(row) => <RowCard flow={props.flow} row={row} />}
      search={t().search}
      filters={filters()}
      actions={<Actions flow={props.flow} />}
      state={props.flow.isFirstJudging() ? 'loading' : 'ready'}
      empty={{ title: t().nothing }}
      batch={(selection) => <Batch flow={props.flow} selection={selection} />}
      onOpen={({ number }) => setOpen(number)}
      chosen={open() === undefined ? undefined : String(open())}
      revealChosen
      panel={
        <Show when={opened()}>
          {(row) => (
            <SidePanel
              title={t().rowTitle(row().number)}
              titleExtra={<VerdictBadge row={row()} />}
              onClose={() => setOpen()}
            >
              <RowEditor flow={props.flow} row={row()} onShow={setOpen} />
            </SidePanel>
          )}
        </Show>
      }
    />
  );
}

const rowTones = {
  error: 'danger',
  new: undefined,
  changes: undefined,
  same: 'muted',
  kept: 'muted',
  skipped: 'muted',
} as const;

type Query = ReturnType<
  typeof useListQuery<{ verdict: ReturnType<typeof filter.several<JudgedRow['verdict']>> }>
>;

/** Whatever is wrong stands on top, else the order of the sheet. */
function useShown(flow: Import, query: Query) {
  return createMemo(() => {
    const matches = textMatcher(query.text());
    const { verdict } = query.values;
    const found = flow
      .rows()
      .filter(
        (row) =>
          (verdict.length === 0 || verdict.includes(row.verdict)) &&
          (query.text() === '' || matches(...Object.values(row.texts))),
      );
    const isWrong = (row: JudgedRow) => row.verdict === 'error';
    return [...found.filter(isWrong), ...found.filter((row) => !isWrong(row))];
  });
}

function useVerdictFilter(counts: () => Counts) {
  const t = useStrings(importStrings);
  const format = useFormat();
  return createMemo(() => [
    {
      key: 'verdict' as const,
      label: t().verdict,
      options: verdicts
        .filter((verdict) => counts()[verdict] > 0)
        .map((verdict) => ({
          value: verdict,
          label: `${t().verdicts[verdict]} ${format.count(counts()[verdict])}`,
        })),
    },
  ]);
}

function Actions(props: { flow: Import }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  const ready = () => toBeWritten(props.flow.rows());
  const whyNot = () => {
    const judged = props.flow.judged();
    if (judged !== undefined)
      return t().judging(format.count(judged), format.count(props.flow.sheet()?.rows.length ?? 0));
    return ready().length === 0 ? t().nothingToImport : undefined;
  };
  return (
    <>
      <Button onClick={() => props.flow.setStep('columns')}>{t().changeColumns}</Button>
      <Button variant="primary" disabledReason={whyNot()} onClick={() => void props.flow.write(ready())}>
        {t().importAll(format.count(ready().length))}
      </Button>
    </>
  );
}

const firstWrong = (rows: readonly JudgedRow[]) => rows.find(({ verdict }) => verdict === 'error');

/** The row itself comes into view by being chosen; its first faulty cell may lie beside the screen then. */
function showFault(row: number): void {
  requestAnimationFrame(() =>
    document.querySelector(`[role="gridcell"] ${faultOf(row)}`)?.scrollIntoView({
      ...{ block: 'nearest', inline: 'center' },
    }),
  );
}

interface SummaryProps {
  flow: Import;
  counts: Counts;
  /** Opens the first row that something is wrong with. */
  onMend: () => void;
}

/** What becomes of the whole, and of what is known already. */
function Summary(props: SummaryProps): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  const { kind, decisions } = props.flow;
  const identity = () => columnOf(kind, kind.identity.column);
  const isThere = (verdict: JudgedRow['verdict']) => props.counts[verdict] > 0;
  return (
    <div class={css.summary}>
      <ul class={css.tally} aria-label={t().verdict}>
        <For each={verdicts.filter(isThere)}>
          {(verdict) => (
            <li>
              <VerdictBadge row={{ verdict, changed: {} }} />
              <span class="tabular">{format.count(props.counts[verdict])}</span>
            </li>
          )}
        </For>
      </ul>
      <div class={css.existing}>
        <Select
          label={t().existing}
          description={t().existingHint(inLocale(identity()?.labels ?? ['', '', ''], locale()))}
          value={decisions.existing()}
          options={(['update', 'skip'] as const).map((value) => ({
            value,
            label: t().existingChoices[value],
          }))}
          onChange={(value) => value && decisions.setExisting(value)}
        />
      </div>
      <Show when={isThere('error')}>
        <Banner
          tone="warning"
          action={
            <Button size="small" onClick={() => props.onMend()}>
              {t().mend}
            </Button>
          }
        >
          {t().fixErrors(format.count(props.counts.error))}
        </Banner>
      </Show>
    </div>
  );
}

function Batch(props: { flow: Import; selection: Selection<JudgedRow> }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  const chosen = () => toBeWritten(props.selection.rows());
  const skip = (skipped: boolean): void =>
    props.flow.decisions.skip(
      props.selection.rows().map(({ number }) => number),
      skipped,
    );
  return (
    <>
      <Button
        size="small"
        variant="primary"
        disabledReason={chosen().length === 0 ? t().nothingToImport : undefined}
        onClick={() => void props.flow.write(chosen())}
      >
        {t().importChosen(format.count(chosen().length))}
      </Button>
      <Button size="small" onClick={() => skip(true)}>
        {t().skipRows}
      </Button>
      <Show when={props.selection.rows().some(({ verdict }) => verdict === 'skipped')}>
        <Button size="small" onClick={() => skip(false)}>
          {t().takeRows}
        </Button>
      </Show>
    </>
  );
}
