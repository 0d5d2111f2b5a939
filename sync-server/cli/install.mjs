// Makes sure that node_modules holds what the lock file says, and installs it when it does not.
// Every command begins with it, so a fresh clone needs nothing but Node and npm.
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure, root, run, step } from './step.mjs';

const LOCK = join(root, 'package-lock.json');
const INSTALLED = join(root, 'node_modules', '.package-lock.json');
const STAMP = join(root, 'node_modules', '.towline-installed');

/** Throws a `Failure` when this Node is older than Towline's floor. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(`Towline needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

/** Installs the packages of the lock file unless they are there. */
export async function install() {
  const lock = readText(LOCK);
  if (lock === undefined) throw new Failure('package-lock.json is missing: take it from the repository.');
  if (isInstalled(lock)) return;
  accessSync(root, constants.W_OK);
  await step('Installing packages', npmCi);
  writeStamp(lock);
}

/**
 * The stamp names both lock files, so whatever npm does to node_modules by hand makes it void. Then,
 * as after an `npm ci` of the user's own, the two are compared package by package.
 */
function isInstalled(lock) {
  const installed = readText(INSTALLED);
  if (installed === undefined) return false;
  if (readText(STAMP) === stampOf(lock, installed)) return true;
  if (!matches(JSON.parse(lock).packages, parsed(installed))) return false;
  writeStamp(lock);
  return true;
}

/** npm leaves out optional packages that this platform cannot use, so those may be absent. */
function matches(wanted, present) {
  const same = ([path, { version, integrity, optional }]) => {
    const found = present[path];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  };
  const wantedPackages = Object.entries(wanted).filter(([path]) => path !== '');
  return wantedPackages.every(same) && Object.values(present).every(fitsThisPlatform);
}

/** A node_modules that was copied here from another platform does not count as installed. */
function fitsThisPlatform({ os, cpu }) {
  const fits = (allowed, actual) =>
    !allowed ||
    allowed.includes(actual) ||
    (allowed.every((name) => name.startsWith('!')) && !allowed.includes(`!${actual}`));
  return fits(os, process.platform) && fits(cpu, process.arch);
}

async function npmCi() {
  // Building needs the development packages, whatever NODE_ENV or npm's own settings leave out.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { code, output } = await npm(args);
  if (code !== 0) {
    throw new Failure(`${output.trim()}\n\nnpm could not install the packages; its words are above.`);
  }
}

/** Under `npm start` the same npm is used; otherwise the one on the PATH, a shell script on Windows. */
async function npm(args) {
  const own = process.env['npm_execpath'];
  if (own && basename(own) === 'npm-cli.js') return run(process.execPath, [own, ...args]);
  try {
    return await run('npm', args, { shell: process.platform === 'win32' });
  } catch {
    throw new Failure('npm was not found: install it (it comes with Node.js) and try again.');
  }
}

function writeStamp(lock) {
  const installed = readText(INSTALLED);
  if (installed === undefined) return;
  try {
    writeFileSync(STAMP, stampOf(lock, installed));
  } catch {
    // Without the stamp the next start compares again, which is slower by milliseconds.
  }
}

const stampOf = (lock, installed) =>
  createHash('sha256').update(`${process.platform} ${process.arch}\n${lock}\n${installed}`).digest('hex');

function parsed(installed) {
  try {
    return JSON.parse(installed).packages ?? {};
  } catch {
    return {};
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
