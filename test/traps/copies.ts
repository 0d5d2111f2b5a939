// Further copies of the device's program, each with packages and a clock of its own: RxDB lets one program hold
// the collections of one device only, and remembers the latest time it has seen as long as its program runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundle } from '../setup/bundle.ts';
import type * as device from './device.ts';

type Program = typeof device & {
  /** By how much this copy's clock is fast; slow when negative. */
  setClockBy(ms: number): void;
};

let bundled: Promise<string> | undefined;
const loaded = new Map<number, Promise<Program>>();

export function copyOfProgram(number: number): Promise<Program> {
  const program = loaded.get(number) ?? load(number);
  loaded.set(number, program);
  return program;
}

async function load(number: number): Promise<Program> {
  const file = await (bundled ??= bundle({ entry: 'test/traps/device.ts', withPackages: true }));
  const copy = file.replace(/\.js$/, `-${number}.js`);
  writeFileSync(copy, ownClock + readFileSync(file, 'utf8'));
  const program: Program = await import(/* @vite-ignore */ pathToFileURL(copy).href);
  return program;
}

/** In front of a module it replaces the clock for this module alone. */
const ownClock = `
let clockIsFastBy = 0;
export function setClockBy(ms) { clockIsFastBy = ms; }
class Date extends globalThis.Date {
  constructor(...parts) { if (parts.length > 0) super(...parts); else super(Date.now()); }
  static now() { return globalThis.Date.now() + clockIsFastBy; }
}
`;
