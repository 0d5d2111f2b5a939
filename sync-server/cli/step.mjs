// Steps of a command: each is one line with the time it took, and what a program wrote is shown only
// when it failed. Plain JavaScript on bare Node, since it runs before anything is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A failure that is told in its message alone, without a stack. */
export class Failure extends Error {}

/** Runs `work` as one line of progress. */
export async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    console.log(seconds(started));
    return result;
  } catch (error) {
    console.log(`failed after ${seconds(started)}`);
    throw error;
  }
}

export const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/** The running programs, each with the signal that ends it. */
const running = new Map();

/**
 * Runs a program to its end and gives `{ code, output }`; a program that was killed has code 1.
 * `show` passes its output on as it comes; `limit` (minutes) ends a program that hangs.
 * An interruption ends it by `ending`: at once unless told otherwise, since npm would first finish
 * the whole installation to take it back.
 */
export function run(file, args, options = {}) {
  const { env = process.env, show = false, limit = 0, shell = false, ending = 'SIGKILL' } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    const keep = (chunk) => (show ? process.stdout.write(chunk) : chunks.push(chunk));
    const timer = limit ? endAfter(child, limit, keep) : undefined;
    running.set(child, ending);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}

function endAfter(child, minutes, keep) {
  return setTimeout(() => {
    keep(Buffer.from(`\nStopped: it took longer than ${minutes} minutes.\n`));
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  }, minutes * 60_000);
}

/** Until the returned function is called, a signal ends the running programs and then this one. */
export function endStepsOnSignal() {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const end = (signal) => {
    for (const [child, ending] of running) child.kill(ending);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, end);
  const release = whenParentEnds(() => end('SIGTERM'));
  return () => {
    release();
    for (const signal of signals) process.removeListener(signal, end);
  };
}

/**
 * Calls `react` when the npm that started this process is gone, and its signal with it: a killed npm
 * must leave no server behind that holds the port and the database.
 */
export function whenParentEnds(react) {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, 250);
  watch.unref();
  return () => clearInterval(watch);
}

/** Prints why a command cannot go on, in one sentence where it is known, and ends with code 1. */
export function giveUp(error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}

/** Why it failed, in one sentence where that is known. */
export function explain(error) {
  if (error instanceof Failure) return error.message;
  const cause = withCode(error);
  switch (cause?.code) {
    case 'EADDRINUSE':
      return `Port ${cause.port} on ${cause.address} is already in use: stop what listens there, or set PORT to a free one.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${cause.address}: set HOST to one it has, such as 127.0.0.1.`;
    case 'ENOSPC':
      return 'The disk is full: free some space and start again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return cause.syscall === 'listen'
        ? `This user may not listen on port ${cause.port}: set PORT to one above 1023.`
        : `This user may not write to ${cause.path ?? root}: grant it, or set DATA_DIR to a folder where it may.`;
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** A library may wrap the system's error; the first with a code in the chain of causes tells. */
function withCode(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (typeof cause.code === 'string') return cause;
  }
  return undefined;
}
