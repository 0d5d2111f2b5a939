// The second step: which field each column of the file fills. What was found by the headers can be changed.
import { For, Show, type JSX } from 'solid-js';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Select } from '../ui/select.tsx';
import { textIn } from './cells.ts';
import type { Import } from './flow.ts';
import { ImportFrame } from './frame.tsx';
import { isLeftOut, missingColumns, type LoadedSheet } from './headers.ts';
import css from './import.module.css';
import { inLocale } from './kind.ts';
import { importStrings } from './strings.ts';

export function ColumnsStep(props: { flow: Import }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  return (
    <ImportFrame
      flow={props.flow}
      actions={
        <>
          <Button onClick={() => props.flow.restart()}>{t().otherFile}</Button>
          <Button variant="primary" onClick={() => props.flow.setStep('rows')}>
            {t().toRows}
          </Button>
        </>
      }
    >
      <Show when={props.flow.sheet()}>
        {(sheet) => (
          <>
            <p>{t().columnsHint(sheet().fileName, format.count(sheet().rows.length))}</p>
            <Missing flow={props.flow} />
            <LeftOut flow={props.flow} sheet={sheet()} />
            <Columns flow={props.flow} sheet={sheet()} />
          </>
        )}
      </Show>
    </ImportFrame>
  );
}

function Missing(props: { flow: Import }): JSX.Element {
  const t = useStrings(importStrings);
  const names = () =>
    missingColumns(props.flow.kind, props.flow.decisions.matching())
      .map(({ labels }) => inLocale(labels, locale()))
      .join(t().listSeparator);
  return (
    <Show when={names()}>{(missing) => <Banner tone="warning">{t().missingColumns(missing())}</Banner>}</Show>
  );
}

function LeftOut(props: { flow: Import; sheet: LoadedSheet }): JSX.Element {
  const reason = () => {
    const { leftOut } = props.flow.kind;
    const has = props.sheet.headers.some((header) => isLeftOut(props.flow.kind, header));
    return leftOut && has ? inLocale(leftOut.reason, locale()) : undefined;
  };
  return <Show when={reason()}>{(text) => <Banner tone="info">{text()}</Banner>}</Show>;
}

function Columns(props: { flow: Import; sheet: LoadedSheet }): JSX.Element {
  const t = useStrings(importStrings);
  const { kind, decisions } = props.flow;
  const options = () =>
    kind.columns.map(({ key, labels, required }) => ({
      value: key,
      label: `${inLocale(labels, locale())}${required ? ' *' : ''}`,
    }));
  const shown = () =>
    props.sheet.headers.flatMap((header, index) => {
      const samples = samplesOf(props.sheet, index);
      return header === '' && samples.length === 0 ? [] : [{ header, index, samples }];
    });
  return (
    <div class={css.columns} role="list" aria-label={t().fileColumn}>
      <div class={css.columnsHead} aria-hidden="true">
        <span>{t().fileColumn}</span>
        <span>{t().fillsField}</span>
      </div>
      <For each={shown()}>
        {({ header, index, samples }) => (
          <div class={css.column} role="listitem">
            <div class={css.source}>
              <strong>{header || t().noHeader(index + 1)}</strong>
              <span class={css.samples}>{samples.join(t().listSeparator)}</span>
            </div>
            <Select
              label={`${header || t().noHeader(index + 1)}: ${t().fillsField}`}
              hideLabel
              clearable
              placeholder={t().notImported}
              value={decisions.matching()[index] ?? null}
              options={options()}
              onChange={(key) => decisions.match(index, key ?? undefined)}
            />
          </div>
        )}
      </For>
    </div>
  );
}

const samples = 3;

/** The first few different texts of a column. */
function samplesOf({ rows }: LoadedSheet, index: number): string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = textIn(cells[index] ?? '');
    if (text !== '') found.add(text);
    if (found.size === samples) break;
  }
  return [...found];
}
