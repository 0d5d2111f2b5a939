// One import from the file to the end: what was read, what somebody decided, what becomes of each row, and how far
// it is. The pages of its steps show it.
import { createEffect, createMemo, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js';
import { useData } from '../data/context.ts';
import { newId } from '../data/device.ts';
import { useReferenceEditing } from '../data/reference-editing.ts';
import { useReferenceRules } from '../data/reference-rules.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { readSpreadsheet, type ReadFailure } from '../ui/spreadsheet/read.ts';
import {
  isLeftOut,
  loadSheet,
  matchHeaders,
  missingColumns,
  type LoadedSheet,
  type Matching,
} from './headers.ts';
import { createJudge, toBeWritten, type Decisions, type JudgedRow } from './judge.ts';
import type { ImportDocument, ImportKind } from './kind.ts';
import { openLastImport } from './last-import.ts';
import { readerOf } from './read-now.ts';
import { browserPace, inSlices } from './slices.ts';
import { writeRows, type Written } from './write.ts';
import { wordsOf } from './words.ts';

export const steps = ['file', 'columns', 'rows', 'done'] as const;
export type Step = (typeof steps)[number];

export type FileProblem = ReadFailure | 'empty' | 'too-many';
const mostRows = 20_000;

export interface Outcome extends Written {
  readonly stopped: boolean;
}

export type Import = ReturnType<typeof createImport>;

export function createImport(kind: ImportKind) {
  const [step, setStep] = createSignal<Step>('file');
  const [sheet, setSheet] = createSignal<LoadedSheet>();
  const [problem, setProblem] = createSignal<FileProblem>();
  const [reading, setReading] = createSignal(false);
  const decisions = createDecisions();
  const judging = useJudging(kind, sheet, decisions);
  const writing = useWriting(kind, sheet);

  const begin = (loaded: LoadedSheet): void => {
    const matching = matchHeaders(kind, loaded.headers);
    decisions.begin(matching);
    setSheet(loaded);
    setStep(isSettled(kind, loaded, matching) ? 'rows' : 'columns');
  };
  const read = async (file: File): Promise<void> => {
    setProblem();
    setReading(true);
    const outcome = await readSpreadsheet(file);
    setReading(false);
    if (!outcome.ok) return void setProblem(outcome.why);
    const loaded = loadSheet(kind, file.name, outcome.rows);
    if (!loaded) return void setProblem('empty');
    // Only those that hold anything: Excel keeps many an empty one below.
    if (loaded.rows.length > mostRows) return void setProblem('too-many');
    begin(loaded);
  };
  const restart = (): void => {
    setSheet();
    setStep('file');
  };
  return {
    ...{ kind, step, setStep, sheet, problem, reading, read, restart, decisions, ...judging, ...writing },
    write: async (rows: readonly JudgedRow[]): Promise<void> => {
      await writing.run(toBeWritten(rows));
      setStep('done');
    },
  };
}

/** Nothing is left to ask about the columns. */
const isSettled = (kind: ImportKind, { headers }: LoadedSheet, matching: Matching): boolean =>
  missingColumns(kind, matching).length === 0 &&
  headers.every((header, index) => matching[index] !== undefined || header === '' || isLeftOut(kind, header));

function createDecisions() {
  const [matching, setMatching] = createSignal<Matching>([]);
  const [edits, setEdits] = createSignal<Decisions['edits']>(new Map());
  const [skipped, setSkipped] = createSignal<ReadonlySet<number>>(new Set());
  const [existing, setExisting] = createSignal<Decisions['existing']>('update');
  return {
    ...{ matching, edits, skipped, existing, setExisting },
    begin: (proposed: Matching): void => {
      setMatching(proposed);
      setEdits(new Map());
      setSkipped(new Set<number>());
    },
    /** Each field is filled by one column: another one that filled it is let go. */
    match: (index: number, key: string | undefined): void => {
      setMatching((all) => all.map((each, at) => (at === index ? key : each === key ? undefined : each)));
    },
    /** Undefined: what the sheet says counts again. */
    enter: (row: number, column: string, text: string | undefined): void => {
      setEdits((all) => {
        const { [column]: _, ...others } = all.get(row) ?? {};
        return new Map(all).set(row, text === undefined ? others : { ...others, [column]: text });
      });
    },
    skip: (rows: readonly number[], skip: boolean): void => {
      setSkipped((all) => {
        const next = new Set(all);
        for (const row of rows)
          if (skip) next.add(row);
          else next.delete(row);
        return next;
      });
    },
    all: (): Decisions => ({
      matching: matching(),
      edits: edits(),
      skipped: skipped(),
      existing: existing(),
    }),
  };
}

/**
 * Judges anew whenever a decision changes, and when a new device has all that a sheet may name; the former
 * verdicts stand until it is done.
 */
function useJudging(
  kind: ImportKind,
  sheet: Accessor<LoadedSheet | undefined>,
  decisions: ReturnType<typeof createDecisions>,
) {
  const { references } = useData();
  const rules = useReferenceRules();
  const sync = useSync();
  const [rows, setRows] = createSignal<readonly JudgedRow[]>([]);
  const [judged, setJudged] = createSignal<number>();
  const ids = new Map<number, string>();
  const idOf = (row: number): string => {
    const id = ids.get(row) ?? newId();
    ids.set(row, id);
    return id;
  };
  let run = 0;
  onCleanup(() => (run += 1));
  const judge = async (loaded: LoadedSheet, decided: Decisions): Promise<void> => {
    const own = (run += 1);
    setJudged(0);
    const known = {
      words: wordsOf(references.lookups, locale()),
      rules: rules.knowledge(),
      stored: references.lookups[kind.collection].value.values() as Iterable<ImportDocument>,
      idOf,
    };
    const judgeRow = createJudge(kind, decided, known);
    const found = await inSlices(loaded.rows, judgeRow, {
      onProgress: setJudged,
      isStopped: () => own !== run,
    });
    if (!found) return;
    setRows(found);
    setJudged();
  };
  createEffect(
    on([sheet, decisions.all, locale, sync.initialSyncDone], ([loaded, decided]) => {
      if (loaded) untrack(() => void judge(loaded, decided));
      else reset();
    }),
  );
  const reset = (): void => {
    run += 1;
    ids.clear();
    setRows([]);
    setJudged();
  };
  return {
    rows,
    /** How many rows were judged so far; undefined: all. */
    judged,
    /** Whether nothing has been judged yet, so there is nothing to show. */
    isFirstJudging: createMemo(() => judged() !== undefined && rows().length === 0),
  };
}

function useWriting(kind: ImportKind, sheet: Accessor<LoadedSheet | undefined>) {
  const { database } = useData();
  const editing = useReferenceEditing();
  const [progress, setProgress] = createSignal<{ readonly done: number; readonly all: number }>();
  const [outcome, setOutcome] = createSignal<Outcome>();
  let stopping = false;
  const run = async (rows: readonly JudgedRow[]): Promise<void> => {
    stopping = false;
    setProgress({ done: 0, all: rows.length });
    const record = await openLastImport(database, kind.collection);
    const fileName = sheet()?.fileName ?? '';
    const at = new Date().toISOString();
    const written = await writeRows(
      rows,
      (what) =>
        record
          .modify(() => ({ fileName, at, ...what }))
          .then(
            () => true,
            () => false,
          ),
      {
        readNow: readerOf(database, kind.collection),
        save: (documents) => editing.saveMany(kind.collection, documents),
        pause: browserPace.pause,
        onProgress: (done) => setProgress({ done, all: rows.length }),
        isStopped: () => stopping,
      },
    );
    const isWhole = written.written.size + written.overtaken.size === rows.length;
    setOutcome({ ...written, stopped: stopping && !isWhole && !written.failed });
    setProgress();
  };
  return { progress, outcome, run, stop: () => void (stopping = true) };
}
