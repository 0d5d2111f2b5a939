// The stock rxdb-server and its client (test/stock): installed when missing, each run in a process of its own,
// since their RxDB is not ours.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A program in a process of its own that is asked by messages. */
export interface AskedProcess {
  readonly pid: number;
  /** Asks for one thing and waits for its answer; several are answered in the order asked. */
  ask<Value>(what: string, details?: object): Promise<Value>;
  stop(): Promise<void>;
}

type Message = { readonly ready: true } | { readonly value: unknown } | { readonly error: string };

const folder = fileURLToPath(new URL('../stock', import.meta.url));
const stamp = join(folder, 'node_modules', '.towline-installed');
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const turn = join(cache, 'stock-installing');
const longestInstallMs = 180_000;

/** Installs what is missing, then starts `test/stock/<script>`; resolves when it takes questions. */
export async function startStock(script: 'client.mjs' | 'server.mjs'): Promise<AskedProcess> {
  await installStock();
  return startProgram(join(folder, script));
}

/** Starts a program that answers messages `{ask, …}` by `{value}` or `{error}`; it ends with this process. */
export async function startProgram(file: string): Promise<AskedProcess> {
  const child = fork(file, {
    cwd: dirname(file),
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const conversation = converse(child, basename(file));
  await conversation.ready;
  return conversation;
}

/** Installs the folder's lock file unless that has been done. Several test processes may ask at the same time. */
export async function installStock(): Promise<void> {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  const release = await takeTurn();
  try {
    if (isInstalled(wanted)) return;
    await npmCi();
    writeFileSync(stamp, wanted);
  } finally {
    release();
  }
}

function fingerprint(): string {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lock).digest('hex');
}

const isInstalled = (wanted: string) => textOf(stamp) === wanted;

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Making a folder succeeds for one of several. One whose maker is gone is taken away. */
async function takeTurn(): Promise<() => void> {
  mkdirSync(cache, { recursive: true });
  for (const until = Date.now() + longestInstallMs; ;) {
    try {
      mkdirSync(turn);
      writeFileSync(join(turn, 'pid'), String(process.pid));
      return () => rmSync(turn, { recursive: true, force: true });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    if (isLeftOver()) rmSync(turn, { recursive: true, force: true });
    else if (Date.now() > until)
      throw new Error(`Another test process installs test/stock; if not, delete ${turn}.`);
    else await pause(200);
  }
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';

function isLeftOver(): boolean {
  const pid = Number(textOf(join(turn, 'pid')));
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

async function npmCi(): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await runNpm(args);
  if (code === 0) return;
  throw new Error(
    `${output.trim()}\n\nThe stock rxdb-server could not be installed: give this machine access to the package ` +
      `registry, then run "npm ${args.join(' ')}" in test/stock, and start the tests again.`,
  );
}

/** Under `npm test` the same npm is used; otherwise the one on the PATH, a shell script on Windows. */
function runNpm(args: readonly string[]): Promise<{ code: number; output: string }> {
  const own = process.env['npm_execpath'];
  const options = { cwd: folder, timeout: longestInstallMs };
  const child =
    own && basename(own) === 'npm-cli.js'
      ? spawn(process.execPath, [own, ...args], options)
      : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: `npm: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function converse(child: ChildProcess, script: string): AskedProcess & { readonly ready: Promise<unknown> } {
  const queue: Waiting[] = [];
  const said: string[] = [];
  const answer = () => new Promise<unknown>((resolve, reject) => queue.push({ resolve, reject }));
  const ready = answer();
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  child.on('message', (message: Message) => {
    const waiting = queue.shift();
    if ('error' in message) waiting?.reject(new Error(`${script}: ${message.error}`));
    else waiting?.resolve('value' in message ? message.value : undefined);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ask = async (what: string, details: object = {}): Promise<unknown> => {
    if (!child.connected) throw new Error(endedText(script, said));
    child.send({ ask: what, ...details });
    return answer();
  };
  void ended.then(() => {
    for (const waiting of queue.splice(0)) waiting.reject(new Error(endedText(script, said)));
  });
  return {
    pid: child.pid ?? 0,
    ready,
    ask: ask as AskedProcess['ask'],
    stop: () => {
      if (child.connected) child.disconnect();
      return ended;
    },
  };
}

const endedText = (script: string, said: readonly string[]) =>
  `${script} has ended.\n${said.join('').slice(-2000)}`;
