// Finds the Chromium that the browser tests run in, and installs one where there is none. People have
// one already more often than Playwright's own, and many machines can reach only one kind of source.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const ADVICE =
  'No Chromium was found and none could be installed: run `npx playwright install --with-deps chromium`, ' +
  'or set CHROMIUM_PATH to the Chromium, Chrome or Edge that you have.';

const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** How to launch the browser. Throws one sentence of advice when there is no browser to be had. */
export function chromiumLaunch(): LaunchOptions {
  const executablePath = findChromium();
  // Playwright's workers read the configuration again; they inherit what was found here.
  process.env['CHROMIUM_PATH'] = executablePath;
  const isRoot = process.getuid?.() === 0;
  return { executablePath, args: isRoot ? [...ARGS, '--no-sandbox'] : ARGS };
}

function findChromium(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return existing(chosen);
  return playwrights() ?? systems() ?? installed() ?? fail();
}

function existing(path: string): string {
  if (!existsSync(path)) throw new Error(`CHROMIUM_PATH is set to ${path}, which does not exist.`);
  return path;
}

function playwrights(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systems(): string | undefined {
  return [...onPath(), ...inApplications(), ...inProgramFiles()].find(works);
}

function onPath(): string[] {
  const names = [
    // The same without windows and menus, which nobody sees here: a third less work.
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inApplications(): string[] {
  if (process.platform !== 'darwin') return [];
  const folders = ['/Applications', join(process.env['HOME'] ?? '', 'Applications')];
  const names = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
}

function inProgramFiles(): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  const programs = ['Chromium', 'Google\\Chrome', 'Microsoft\\Edge'];
  return programs.flatMap((program) =>
    folders.map((folder) =>
      join(folder, program, 'Application', program.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
    ),
  );
}

/** Some systems put a stub there that only tells how to get a browser, so it is asked for its version. */
function works(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows the question would open a window.
  if (process.platform === 'win32') return true;
  return succeeds(path, ['--version'], 30);
}

function installed(): string | undefined {
  console.log('No Chromium here yet: installing one.');
  return installedWithApt() ?? installedWithPlaywright();
}

function installedWithApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  succeeds('apt-get', ['update'], 180);
  const install = (browser: string) =>
    succeeds('apt-get', ['install', '-y', '--no-install-recommends', browser, 'fonts-noto-cjk'], 600);
  // Older systems have no package of the first.
  return ['chromium-headless-shell', 'chromium'].some(install) ? systems() : undefined;
}

function installedWithPlaywright(): string | undefined {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return succeeds(process.execPath, [cli, 'install', 'chromium'], 600) ? playwrights() : undefined;
}

function succeeds(file: string, args: string[], seconds: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(file, args, { env, stdio: 'ignore', timeout: seconds * 1000 }).status === 0;
}

function fail(): never {
  throw new Error(ADVICE);
}
