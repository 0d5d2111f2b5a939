// The first step: a file, or the template for one. What the last import made can be taken back here, too.
import Download from 'lucide-solid/icons/download';
import FileSpreadsheet from 'lucide-solid/icons/file-spreadsheet';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useData } from '../data/context.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { keepMissedDrops } from '../ui/file-drop.ts';
import { useFormat } from '../ui/formatting.tsx';
import { saveXlsx } from '../ui/spreadsheet/save.ts';
import { toast } from '../ui/toast.tsx';
import type { Import } from './flow.ts';
import { ImportFrame } from './frame.tsx';
import css from './import.module.css';
import { inLocale, type ImportKind } from './kind.ts';
import { importStrings } from './strings.ts';
import { templateOf } from './template.ts';
import { UndoButton, UndoneBanner } from './undo-button.tsx';
import type { Undo } from './undo.ts';
import { wordsOf } from './words.ts';

export function FileStep(props: { flow: Import; undo: Undo }): JSX.Element {
  const t = useStrings(importStrings);
  return (
    <ImportFrame flow={props.flow}>
      <Show when={props.flow.problem()}>
        {(problem) => <Banner tone="danger">{t().problems[problem()]}</Banner>}
      </Show>
      <DropPlace flow={props.flow} />
      <Template kind={props.flow.kind} />
      <UndoneBanner undo={props.undo} />
      <LastImportCard undo={props.undo} />
    </ImportFrame>
  );
}

const accepted = '.xlsx,.csv,.txt,.xls,text/csv';

function DropPlace(props: { flow: Import }): JSX.Element {
  const t = useStrings(importStrings);
  const [over, setOver] = createSignal(false);
  keepMissedDrops();
  let input!: HTMLInputElement;
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file && !props.flow.reading()) void props.flow.read(file);
    input.value = '';
  };
  return (
    <div
      class={css.drop}
      data-over={over() ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <FileSpreadsheet size={32} strokeWidth={1.5} aria-hidden="true" />
      <p class={css.dropHint}>{t().drop}</p>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        accept={accepted}
        aria-label={t().chooseFile}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <Button variant="primary" size="large" busy={props.flow.reading()} onClick={() => input.click()}>
        {props.flow.reading() ? t().reading : t().chooseFile}
      </Button>
      <p class={css.quiet}>{t().formats}</p>
    </div>
  );
}

function Template(props: { kind: ImportKind }): JSX.Element {
  const t = useStrings(importStrings);
  const { references } = useData();
  const { zone, now } = useFormat();
  const [busy, setBusy] = createSignal(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const [sheet, notes] = templateOf(props.kind, t(), wordsOf(references.lookups, locale()));
    const saved = await saveXlsx(sheet, zone(), now(), [notes]);
    setBusy(false);
    if (!saved) toast.error(t().templateFailed);
  };
  return (
    <Card
      title={t().template}
      actions={
        <Button icon={Download} busy={busy()} onClick={() => void download()}>
          {t().downloadTemplate}
        </Button>
      }
    >
      <div class={css.template}>
        <p>{t().templateHint}</p>
        <ul class={css.fields} aria-label={t().fields}>
          <For each={props.kind.columns}>
            {(column) => (
              <li class={css.field}>
                {inLocale(column.labels, locale())}
                <Show when={column.required}>
                  <span class={css.star} title={t().requiredMark}>
                    *<span class="visually-hidden">{t().requiredMark}</span>
                  </span>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.kind.leftOut}>
          {(left) => <p class={css.quiet}>{inLocale(left().reason, locale())}</p>}
        </Show>
      </div>
    </Card>
  );
}

function LastImportCard(props: { undo: Undo }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  return (
    <Show when={props.undo.made().length + props.undo.changed().length > 0 && props.undo.last()}>
      {(last) => (
        <Card title={t().lastImport} actions={<UndoButton undo={props.undo} />}>
          {t().lastImportText(
            format.dateTime(last().at),
            last().fileName,
            format.count(props.undo.made().length),
            format.count(props.undo.changed().length),
          )}
        </Card>
      )}
    </Show>
  );
}
