// Builds the client and the server when what they are made of changed. A build goes to a folder of its
// own and takes the place of the last one when it is whole, so an interrupted build leaves no half one.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root, run, step } from './step.mjs';

const DIST = join(root, 'dist');
const STAMP = '.built-from';
const SHARED = ['schemas', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const PARTS = {
  client: { sources: ['client', ...SHARED], args: [] },
  server: { sources: ['sync-server', ...SHARED], args: ['--ssr', 'sync-server/main.ts'] },
};

/** Brings dist/client and dist/server up to date. `progress` is `step`, or a silent stand-in for it. */
export async function build(progress = step) {
  for (const [name, part] of Object.entries(PARTS)) {
    const sources = fingerprint(part.sources);
    if (stampOf(name) === sources) continue;
    await progress(`Building the ${name}`, () => buildPart(name, part.args, sources));
  }
}

async function buildPart(name, args, sources) {
  mkdirSync(DIST, { recursive: true });
  removeLeftovers(name);
  // Beside the final folder, so that paths in source maps are as deep as they will be.
  const fresh = join(DIST, `${name}.${process.pid}`);
  try {
    await viteBuild(args, fresh);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  writeFileSync(join(fresh, STAMP), sources);
  const old = join(DIST, `${name}.old.${process.pid}`);
  replace(join(DIST, name), fresh, old);
  rmSync(old, { recursive: true, force: true });
}

async function viteBuild(args, outDir) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  delete env['VITEST'];
  const { code, output } = await run(process.execPath, [vite, 'build', ...args, '--outDir', outDir], { env });
  if (code !== 0) throw new Failure(`${output.trim()}\n\nThe build failed; its words are above.`);
}

function replace(target, fresh, old) {
  try {
    renameSync(target, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(fresh, target);
}

/** Folders that an interrupted build of a process that is gone left behind. */
function removeLeftovers(name) {
  for (const entry of readdirSync(DIST)) {
    const pid = entry.startsWith(`${name}.`) ? Number(entry.split('.').at(-1)) : 0;
    if (pid > 0 && !isAlive(pid)) rmSync(join(DIST, entry), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function stampOf(name) {
  try {
    return readFileSync(join(DIST, name, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}

/** By contents, since a checkout or a copy changes times without changing anything. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (path === 'sync-server/cli') return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
