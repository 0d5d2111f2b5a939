// The embedded database's files. PGlite as it comes never syncs them: it starts Postgres with fsync off, and
// its Node file system has no fsync, so a power cut could lose or tear what was committed. Here Postgres
// syncs as a server does: its log at every commit, its tables at every checkpoint.
import {
  closeSync,
  existsSync,
  fsyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * What PGlite needs to open the database in `directory`, which exists and is locked. A first start is made
 * aside and moved into place when it is complete, so that one that was cut leaves nothing half made.
 */
export async function storedIn(directory: string): Promise<PGliteOptions> {
  const data = join(directory, 'pgdata');
  if (!existsSync(data)) {
    const staging = join(directory, 'pgdata.new');
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    await (await PGlite.create(syncedOptions(staging))).close();
    syncTree(staging);
    renameSync(staging, data);
    syncPath(directory);
  }
  return syncedOptions(data);
}

function syncedOptions(root: string): PGliteOptions {
  const startParams = PGlite.defaultStartParams.filter((param) => param !== '-F');
  // Of the ways to sync, this is the one that reaches the hook below.
  return { fs: new SyncedFiles(root), startParams: [...startParams, '-c', 'wal_sync_method=fsync'] };
}

class SyncedFiles extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const preRun = emscriptenOpts.preRun ?? [];
    preRun.push((module) => {
      const { NODEFS }: { NODEFS: { stream_ops?: object } } = module;
      if (!NODEFS.stream_ops) throw new Error('This version of PGlite keeps its files in an unknown way.');
      Object.assign(NODEFS.stream_ops, { fsync: syncStream });
    });
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

const WASI_IO_ERROR = 29;

/** Resolves the file's new state on the disk; 0, or the error number at which Postgres stops itself. */
function syncStream({ nfd }: { nfd: number }): number {
  try {
    fsyncSync(nfd);
    return 0;
  } catch {
    // Not every system can sync a directory; Postgres itself forgives that.
    return fstatSync(nfd).isDirectory() ? 0 : WASI_IO_ERROR;
  }
}

function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(directory);
}

function syncPath(path: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r+');
  } catch {
    descriptor = openDirectory(path);
  }
  if (descriptor === undefined) return;
  syncStream({ nfd: descriptor });
  closeSync(descriptor);
}

/** Undefined on systems that do not open directories. */
function openDirectory(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}
