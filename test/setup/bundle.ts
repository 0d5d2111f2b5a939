// Builds one entry file to a program that Node runs by itself: for tests that need the product in a process of
// its own, or several copies of it in one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Below node_modules, so that the program finds the packages that are not built into it.
const cache = join(root, 'node_modules', '.cache');

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

export interface BundleOptions {
  /** From the top of the repository. */
  readonly entry: string;
  /** Whether packages are built in as well: each copy of the program then has its own. */
  readonly withPackages?: boolean;
}

/** @returns the path of the program; its folder goes when this process ends */
export async function bundle({ entry, withPackages = false }: BundleOptions): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'test-program-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { __TOWLINE_VERSION__: JSON.stringify(version) },
    ssr: withPackages ? { noExternal: true } : {},
    build: { ssr: entry, outDir: folder, target: 'node20', minify: false, sourcemap: 'inline' },
  });
  return join(folder, basename(entry).replace(/\.ts$/, '.js'));
}
