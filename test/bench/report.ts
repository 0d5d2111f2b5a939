// How a benchmark tells what it found: one line now, and an entry in a file from which the table at the end is
// printed (table.mjs).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Finding {
  /** Its name in baselines.json. */
  readonly name: string;
  readonly ours: number;
  readonly peer?: number;
  readonly unit: string;
  /** What is compared with the target, whatever it is a ratio of. */
  readonly ratio: number;
  /** As a person reads it, such as "at least 2 times the peer". */
  readonly target: string;
  readonly reached: boolean;
}

export function report(finding: Finding): void {
  console.log(lineOf(finding));
  const file = outputFile();
  mkdirSync(dirname(file), { recursive: true });
  const others = findingsIn(file).filter(({ name }) => name !== finding.name);
  writeFileSync(file, `${JSON.stringify([...others, finding], undefined, 2)}\n`);
}

/**
 * Measures both by turns, after one turn each that does not count: whatever else the machine does then disturbs
 * both alike. @returns the medians
 */
export async function alternately(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<{ mine: number; theirs: number }> {
  const [mine, theirs]: [number[], number[]] = [[], []];
  await ours();
  await peer();
  for (let round = 0; round < rounds; round++) {
    mine.push(await ours());
    theirs.push(await peer());
  }
  return { mine: median(mine), theirs: median(theirs) };
}

/** The middle of several measurements, which one disturbance does not move. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

const outputFile = (): string =>
  process.env['BENCH_OUTPUT'] ??
  fileURLToPath(new URL('../../node_modules/.cache/bench.json', import.meta.url));

function findingsIn(file: string): Finding[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Finding[];
  } catch {
    return [];
  }
}

function lineOf({ name, ours, peer, unit, ratio, target, reached }: Finding): string {
  const figures = `${figure(ours)} ${unit}${peer === undefined ? '' : `, peer ${figure(peer)}`}`;
  const verdict = `${figure(ratio)} (${target}): ${reached ? 'reached' : 'NOT reached'}`;
  return `${name.padEnd(34)} ${figures.padEnd(44)} ${verdict}`;
}

const figure = (number: number): string =>
  number.toLocaleString('en', { maximumFractionDigits: Math.abs(number) < 100 ? 2 : 0 });
