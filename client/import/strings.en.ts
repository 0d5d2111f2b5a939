// The words of importing.
import type { ImportStrings } from './strings.ts';

const counted = (count: number | string, one: string, many: string) =>
  `${count} ${String(count) === '1' ? one : many}`;
const rows = (count: number | string) => counted(count, 'row', 'rows');

/** Leaves out what there is none of. */
const said = (...parts: readonly (readonly [count: string, text: string])[]): string =>
  parts.flatMap(([count, text]) => (count === '0' ? [] : text)).join(', ');

export default {
  import: 'Import',
  title: (kind: string) => `Import ${kind}`,
  kinds: { customers: 'customers', vehicles: 'vehicles', staff: 'employees' },
  backToList: 'Back to the list',
  steps: { file: 'File', columns: 'Columns', rows: 'Check', done: 'Done' },
  stepsLabel: 'Steps of the import',
  yes: 'Yes',
  listSeparator: ', ',

  drop: 'Drop a spreadsheet here, or',
  chooseFile: 'Choose a file',
  formats: 'Excel (XLSX) or CSV (UTF-8, GBK), at most 20,000 rows',
  reading: 'Reading…',
  template: 'Template',
  templateHint:
    'No spreadsheet yet? Fill in the template: its second sheet says how. Your own spreadsheet works as well, its columns are matched by their names.',
  downloadTemplate: 'Download the template',
  templateName: (kind: string) => `Import of ${kind}`,
  templateFailed: 'The template could not be made. Try again.',
  notes: 'Notes',
  notesColumn: 'Column',
  notesRequired: 'Required',
  notesHow: 'How to fill it in',
  notesExample: 'Example',
  notesChoices: 'Choices',
  fields: 'What can be imported',
  requiredMark: 'required',
  lastImport: 'Last import',
  lastImportText: (at: string, file: string, made: string, changed: string) =>
    `“${file}” on ${at}: ${said([made, `${made} new`], [changed, `${changed} changed`])}.`,
  problems: {
    unreadable: 'This file cannot be read: open it in Excel, save it as XLSX and import that.',
    'old-format': 'This is an old Excel file (XLS): save it as XLSX and import that.',
    encrypted:
      'This spreadsheet has a password: take the password off in Excel, save it, and import it again.',
    'other-format':
      'This is no Excel or CSV file, but perhaps one of Numbers, ODS, a PDF or an image: export it as XLSX or CSV there, and import that.',
    empty: 'There is nothing in it: the first sheet needs headers and at least one row.',
    'too-many': 'There are more than 20,000 rows: split the file.',
  },

  columnsHint: (file: string, count: string) => `“${file}” has ${rows(count)}. Check what each column is.`,
  fileColumn: 'Column of the file',
  fillsField: 'Imported as',
  noHeader: (place: number) => `Column ${place}`,
  notImported: 'Not imported',
  missingColumns: (names: string) =>
    `Required but missing: ${names}. Known records can be changed; new rows fail.`,
  toRows: 'Next: check',
  otherFile: 'Another file',

  judging: (done: string, total: string) => `Checking ${done} of ${rows(total)}…`,
  changeColumns: 'Columns',
  row: 'Row',
  rowTitle: (row: number) => `Row ${row}`,
  verdict: 'Verdict',
  problem: 'Problem',
  verdicts: {
    error: 'Error',
    new: 'New',
    changes: 'Changes',
    same: 'No change',
    kept: 'Known, skipped',
    skipped: 'Left out',
  },
  changesFields: (count: number) => `Changes ${counted(count, 'field', 'fields')}`,
  search: 'Find in the rows',
  nothing: 'Nothing to import',
  existing: 'Known records',
  existingChoices: { update: 'Update', skip: 'Skip' },
  existingHint: (by: string) => `Known again by “${by}”. Empty cells leave what is there.`,
  importAll: (count: string) => `Import ${rows(count)}`,
  importChosen: (count: string) => `Import ${counted(count, 'chosen row', 'chosen rows')}`,
  nothingToImport: 'No row makes or changes anything',
  fixErrors: (count: string) =>
    `${rows(count)} with errors will not be imported. Open a row to mend it or leave it out.`,
  mend: 'Mend them',
  skipRows: 'Leave out',
  takeRows: 'Take in again',
  skipRow: 'Leave this row out',
  takeRow: 'Take this row in again',
  nextError: 'Next error',
  wasBefore: (before: string) => `Before: ${before}`,
  emptyBefore: '(empty)',
  sheetSays: 'In the file',
  resetCell: 'As in the file',

  writing: 'Importing',
  progress: (done: string, total: string) => `${done} of ${total}`,
  stop: 'Stop',
  writingHint: 'Keep this page open.',

  doneTitle: 'Imported',
  stoppedTitle: 'The import was stopped',
  failedTitle: 'The import broke off: the storage of this device is full',
  made: 'New',
  changed: 'Changed',
  left: 'Not imported',
  overtaken: (count: string) =>
    `Rows not written: ${count}. Somebody changed the same fields, or deleted the record, after you saw the preview. Import these rows again to compare.`,
  overtakenReason: 'changed or deleted by somebody after the preview',
  rowsUnit: rows,
  sentLater: 'Offline: it is kept on this device and sent as soon as there is a network.',
  sending: 'It is kept on this device and being sent to the server.',
  toList: 'To the list',
  another: 'Import more',
  downloadLeft: 'Download the rows that were not imported',
  leftName: (kind: string) => `Not imported ${kind}`,
  reason: 'Reason',
  undo: 'Undo the import',
  undoQuestion: (made: string, changed: string) =>
    `Undo the import: ${said([made, `delete ${counted(made, 'new record', 'new records')}`], [changed, `restore ${counted(changed, 'changed record', 'changed records')}`])}?`,
  undoHint:
    'New records that are in use by now stay. Fields that somebody has changed since keep what is in them now.',
  noUndoRight: 'You may not delete, so you cannot undo this',
  undoing: 'Undoing…',
  undone: (removed: string, restored: string) =>
    `Undone: ${said([removed, `${removed} deleted`], [restored, `${restored} restored`]) || 'nothing to change'}`,
  undoneBut: 'This stays as it is:',
  keptSince: (name: string, why: string) => `${name}: ${why}`,
  changedSince: (name: string, fields: string) => `${name}: ${fields} changed by somebody since the import`,
  andMore: (count: string) => `and ${count} more`,
  nothingToUndo: 'There is nothing to undo',

  cell: {
    missing: 'Required',
    tooLong: (most: number) => `At most ${most} characters`,
    digitsLost: 'Excel has rounded this number; enter it again',
    unknown: (word: string) => `There is no “${word}”`,
    ambiguous: (word: string) => `There are several “${word}”`,
    near: (names: string) => `perhaps ${names}`,
    range: (least: string, most: string) => `Has to be from ${least} to ${most}`,
    twice: (row: number) => `The same as row ${row}`,
    several: 'Several records have this name: nobody knows which one is meant',
    not: {
      phone: 'No phone number',
      mobile: 'A mobile number has 11 digits',
      day: 'No date; write it like 2027-05-31',
      time: 'No time; write it like 08:30',
      number: 'No number',
      'whole-number': 'No whole number',
      'yes-no': 'Write “Yes” or “No”',
      plate: 'No number plate',
      username: '2 to 40 letters, digits, dots or dashes',
      digits: 'Digits only',
    },
  },
} satisfies ImportStrings;
