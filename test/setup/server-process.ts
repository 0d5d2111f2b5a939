// The real server in a process of its own, so that a test can kill it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

export interface ServerProcess {
  readonly url: string;
  /** Warnings and errors that it has logged, and what it said on its error output. */
  readonly complaints: readonly string[];
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

export interface ServerProcessOptions {
  readonly databaseUrl?: string;
  /** Where its embedded database lies when it has no other. */
  readonly dataDir?: string;
  /** Any free one when not given. */
  readonly port?: number;
  /** Of a test that sends photos. */
  readonly photosDir?: string;
}

const startLimitMs = 60_000;

/** Resolves when it answers on /health that it can serve. */
export async function startServerProcess({
  databaseUrl,
  dataDir,
  port = 0,
  photosDir,
}: ServerProcessOptions): Promise<ServerProcess> {
  const program = await serverProgram();
  const env = environment({
    ...{ PORT: String(port), DEMO: '0', LOG_LEVEL: 'warn' },
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...(dataDir !== undefined && { DATA_DIR: dataDir }),
    ...(photosDir !== undefined && { PHOTOS_DIR: photosDir }),
  });
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  keep(child);
  const complaints: string[] = [];
  try {
    const url = await addressOf(child, complaints);
    await healthy(url, child);
    return { url, complaints, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
  } catch (error) {
    await end(child, 'SIGKILL');
    throw new Error(`The server did not start: ${complaints.join('\n')}`, { cause: error });
  }
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A test that is broken off leaves no server behind. */
function keep(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

const root = fileURLToPath(new URL('../..', import.meta.url));
let program: Promise<string> | undefined;

/** The build that is there when it is as new as its sources, else one of this process's own. */
function serverProgram(): Promise<string> {
  const built = join(root, 'dist', 'server', 'main.js');
  const sources = ['sync-server', 'schemas', 'package.json'].map((path) => join(root, path));
  const isFresh = existsSync(built) && Math.max(...sources.map(newestUnder)) <= statSync(built).mtimeMs;
  return (program ??= isFresh ? Promise.resolve(built) : bundle({ entry: 'sync-server/main.ts' }));
}

function newestUnder(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}

function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const {
    VITEST: _vitest,
    NODE_ENV: _nodeEnv,
    NODE_OPTIONS: _options,
    DATABASE_URL: _url,
    ...env
  } = process.env;
  return { ...env, ...own };
}

/** It says where it is ready when it listens. */
function addressOf(child: ChildProcess, complaints: string[]): Promise<string> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The server has no output');
  createInterface(stderr).on('line', (line) => complaints.push(line));
  return new Promise((resolve, reject) => {
    createInterface(stdout).on('line', (line) => {
      const address = / is ready: (\S+)$/.exec(line)?.[1];
      if (address) resolve(address);
      else if (line.startsWith('{')) complaints.push(line);
    });
    child.once('exit', (code, signal) => reject(new Error(`It ended with ${code ?? signal}`)));
  });
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + startLimitMs; Date.now() < deadline;) {
    if (hasEnded(child)) break;
    const status = await fetch(`${url}/health`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await pause(50);
  }
  throw new Error('It did not become healthy');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
