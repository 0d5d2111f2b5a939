// The table at the end of `npm run bench`: every finding beside its target and its committed baseline, and for a
// target that is not reached why, and what would be tried next. `node test/bench/table.mjs` prints it again.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where report.ts leaves what was found. */
export const resultsFile =
  process.env['BENCH_OUTPUT'] ??
  fileURLToPath(new URL('../../node_modules/.cache/bench.json', import.meta.url));

const baselinesFile = fileURLToPath(new URL('baselines.json', import.meta.url));

/** Takes away what an earlier run found. */
export const forgetResults = () => rmSync(resultsFile, { force: true });

export function resultsTable() {
  const found = read(resultsFile) ?? [];
  const { machine, rows } = read(baselinesFile);
  // What holds it up on Postgres mostly does on the embedded database, too.
  const explanationOf = (name) => rows[name] ?? rows[name.replace(/, embedded$/, '')];
  const lines = found.map((finding) => cells(finding, rows[finding.name], explanationOf(finding.name)));
  const head = ['benchmark', 'ours', 'peer', 'ratio', 'target', 'baseline', ''];
  const all = [head, ...lines.map(({ columns }) => columns)];
  const widths = head.map((_, index) => Math.max(...all.map((line) => line[index].length)));
  const aligned = (line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index]))
      .join('  ')
      .trimEnd();
  const reasons = lines.flatMap(({ reason }) => reason);
  return [...all.map(aligned), '', `Baselines: ${machine}.`, ...reasons].join('\n');
}

function cells({ name, ours, peer, unit, ratio, target, reached }, baseline, explained) {
  const columns = [
    name,
    `${figure(ours)} ${unit}`,
    peer === undefined ? '' : figure(peer),
    figure(ratio),
    target,
    baseline ? figure(baseline.ratio) : 'none',
    reached ? 'reached' : 'NOT reached',
  ];
  return { columns, reason: reached ? [] : [reasonFor(name, explained)] };
}

const reasonFor = (name, { why, next } = {}) =>
  why
    ? `${name}: ${why} Next: ${next}`
    : `${name}: it was reached before, or is new here. Next: measure again on a quiet machine, then profile it.`;

const figure = (number) =>
  number.toLocaleString('en', { maximumFractionDigits: Math.abs(number) < 100 ? 2 : 0 });

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(resultsTable());
