// A small company as an import knows it, and sheets of the lines that people write.
import { loadSheet, matchHeaders, type LoadedSheet } from '../../client/import/headers.ts';
import { createJudge, type Decisions, type JudgedRow } from '../../client/import/judge.ts';
import type { ImportDocument, ImportKind } from '../../client/import/kind.ts';
import { wordsOf, type Words } from '../../client/import/words.ts';
import type { ReadRows } from '../../client/ui/spreadsheet/read.ts';
import { all, knownTo } from '../reference/company.ts';
import type { Who } from '../setup/company.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';

const lookup = <Name extends ReferenceCollection>(name: Name, more: readonly DocumentOf<Name>[] = []) => ({
  value: new Map([...all(name), ...more].map((document) => [document.id, document])),
});

type More = { readonly [Name in ReferenceCollection]?: readonly DocumentOf<Name>[] };

export const words = (more: More = {}): Words =>
  wordsOf(
    {
      customers: lookup('customers', more.customers),
      vehicles: lookup('vehicles', more.vehicles),
      outlets: lookup('outlets', more.outlets),
      staff: lookup('staff', more.staff),
      roles: lookup('roles', more.roles),
      catalog: lookup('catalog', more.catalog),
    },
    'zh-CN',
  );

export function sheet(kind: ImportKind, rows: ReadRows): LoadedSheet {
  const loaded = loadSheet(kind, 'file.xlsx', rows);
  if (!loaded) throw new Error('The sheet has no rows');
  return loaded;
}

interface Asked extends Partial<Decisions> {
  readonly who?: Who;
  readonly stored?: readonly ImportDocument[];
  readonly more?: More;
}

/** The verdicts on rows of which the first holds the headers. */
export function judge(kind: ImportKind, rows: ReadRows, asked: Asked = {}): JudgedRow[] {
  const { who = 'admin', stored = all(kind.collection), more = {}, ...decisions } = asked;
  const loaded = sheet(kind, rows);
  const judgeRow = createJudge(
    kind,
    {
      matching: matchHeaders(kind, loaded.headers),
      edits: new Map(),
      skipped: new Set(),
      existing: 'update',
      ...decisions,
    },
    { words: words(more), rules: knownTo(who), stored, idOf: (row) => `row-${row}` },
  );
  return loaded.rows.map(judgeRow);
}
