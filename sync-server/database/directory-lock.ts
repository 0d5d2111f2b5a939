// Keeps a second process out of the embedded database's directory: two of them would destroy it. The file
// `lock` names its owner; a heartbeat on its modification time speaks for an owner that cannot be looked up,
// as one in another container that shares the volume.
import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Another process has the embedded database open. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
}

export interface DirectoryLock {
  release(): void;
}

const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 20_000;
const LOOK_AGAIN_MS = 250;

interface Owner {
  readonly pid: number;
  /** Host and, where there is one, process namespace: where `pid` means something. */
  readonly place: string;
  /** Tells a process from an earlier one that had the same number; empty where the system doesn't say. */
  readonly startedAt: string;
}

/**
 * Takes the lock of `directory`, which exists; throws `DatabaseInUse` while another process holds it. The
 * lock of a dead process is taken over: at once if it ran here, else after `staleAfterMs` without heartbeat.
 */
export async function lockDirectory(
  directory: string,
  staleAfterMs = STALE_AFTER_MS,
): Promise<DirectoryLock> {
  const file = join(directory, 'lock');
  const text = JSON.stringify(thisProcess());
  const giveUpAt = Date.now() + staleAfterMs + LOOK_AGAIN_MS;
  while (!tryLock(file, text, staleAfterMs)) {
    const holder = readOwner(file);
    const elsewhere = holder !== undefined && holder.place !== thisProcess().place;
    if (!elsewhere || Date.now() > giveUpAt) throw inUse(directory, holder);
    await pause(LOOK_AGAIN_MS);
  }
  return held(file, text);
}

function held(file: string, text: string): DirectoryLock {
  const beat = (): void => {
    if (readText(file) === text) utimesSync(file, new Date(), new Date());
  };
  const heart = setInterval(beat, HEARTBEAT_MS).unref();
  return {
    release() {
      clearInterval(heart);
      if (readText(file) === text) rmSync(file, { force: true });
    },
  };
}

function tryLock(file: string, text: string, staleAfterMs: number): boolean {
  if (create(file, text)) return true;
  return removeIfStale(file, staleAfterMs) && create(file, text);
}

function create(file: string, text: string): boolean {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, text);
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Moves the file aside before deleting it, so that of two who found it stale only one goes on. */
function removeIfStale(file: string, staleAfterMs: number): boolean {
  const before = readText(file);
  if (before === undefined) return true;
  if (!isStale(file, parseOwner(before), staleAfterMs)) return false;
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
  const mine = readText(aside) === before;
  if (mine) rmSync(aside, { force: true });
  else renameSync(aside, file); // someone else had just taken it over
  return mine;
}

function isStale(file: string, owner: Owner | undefined, staleAfterMs: number): boolean {
  if (owner !== undefined && owner.place === thisProcess().place) return !isRunning(owner);
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return age > staleAfterMs;
}

function isRunning({ pid, startedAt }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
  }
  return startedAt === startTime(pid) && processState(pid) !== 'Z';
}

function thisProcess(): Owner {
  return { pid: process.pid, place: `${hostname()} ${namespace()}`, startedAt: startTime(process.pid) };
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Clock ticks between the boot and the start of the process, on Linux. */
function startTime(pid: number): string {
  return processStatus(pid)[19] ?? '';
}

/** `Z` on Linux for one that is dead and that its parent has not asked about yet. */
function processState(pid: number): string {
  return processStatus(pid)[0] ?? '';
}

/** The fields after the name, which is in brackets and may hold spaces and brackets itself. */
function processStatus(pid: number): string[] {
  const stat = readText(`/proc/${pid}/stat`) ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readOwner(file: string): Owner | undefined {
  return parseOwner(readText(file) ?? '');
}

function parseOwner(text: string): Owner | undefined {
  try {
    const { pid, place, startedAt } = JSON.parse(text) as Partial<Record<keyof Owner, unknown>>;
    if (typeof pid !== 'number' || typeof place !== 'string' || typeof startedAt !== 'string')
      return undefined;
    return { pid, place, startedAt };
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function inUse(directory: string, owner: Owner | undefined): DatabaseInUse {
  const who =
    owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.place.split(' ')[0]}`;
  return new DatabaseInUse(
    `The database in ${directory} is in use by ${who}. Stop that one first, or set DATA_DIR to another directory.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
