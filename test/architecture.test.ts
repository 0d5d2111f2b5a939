// The rules about files that no compiler holds: which way imports point, what the domain may know, what
// lies at the top, and what may not be in any file.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const TREES = ['client', 'sync-server', 'schemas', 'test'];
const TOP_LEVEL = [
  ...TREES,
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
  ...['README.md', 'LICENSE', 'CHANGELOG.md'],
];
const MAX_LINES = 500;
const MADE_HERE = /^(?:node_modules|dist|coverage|test-results|playwright-report|\.git|\.towline)$|\.log$/;
/** Which trees a file of a tree may import from. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  schemas: ['schemas'],
  client: ['client', 'schemas'],
  'sync-server': ['sync-server', 'schemas'],
  test: TREES,
};

interface SourceFile {
  /** From the top, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const paths = filesOfTheRepository();
const texts: SourceFile[] = paths
  .filter((path) =>
    /(?:\.(?:tsx?|mjs|json|sql|css|html|md|ya?ml|webmanifest)|(?:^|\/)[^./]+)$|^\.[^/]+$/.test(path),
  )
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const code = texts.filter(({ path }) => TREES.includes(treeOf(path)) && /\.(?:tsx?|mjs)$/.test(path));

describe('imports', () => {
  test('point one way: the domain knows neither client nor server, and these not each other', () => {
    expect(offences(code, importsAgainstTheDirection)).toEqual([]);
  });

  test('carry their extension', () => {
    const bare = (file: SourceFile) =>
      importsOf(file).filter((name) => /^[.#]/.test(name) && !/\.\w+(?:\?\w+)?$/.test(name));
    expect(offences(code, bare)).toEqual([]);
  });

  test('of the domain and the client name nothing of Node', () => {
    const pure = code.filter(({ path }) => ['schemas', 'client'].includes(treeOf(path)));
    expect(offences(pure, (file) => importsOf(file).filter((name) => name.startsWith('node:')))).toEqual([]);
  });

  test('of the commands need nothing installed', () => {
    const commands = code.filter(
      ({ path }) => path.startsWith('sync-server/cli/') || path === 'test/run.mjs',
    );
    const packages = (file: SourceFile) =>
      staticImportsOf(file).filter((name) => !/^(?:node:|\.)/.test(name));
    expect(commands.length).toBeGreaterThan(0);
    expect(offences(commands, packages)).toEqual([]);
  });
});

describe('the domain', () => {
  test('has no clock and no randomness', () => {
    const impure =
      /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?![\w(]))|(?<!new )\bDate\(|\bMath\.random\b|\bcrypto\.|\bperformance\./g;
    const domain = code.filter(({ path }) => path.startsWith('schemas/'));
    expect(offences(domain, ({ text }) => withoutComments(text).match(impure) ?? [])).toEqual([]);
  });
});

describe('the repository', () => {
  test('holds at its top only what belongs there', () => {
    const top = new Set(paths.map((path) => path.split('/')[0] ?? ''));
    expect([...top].filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test(`has no source file of more than ${MAX_LINES} lines`, () => {
    const sources = texts.filter(({ path }) => /\.(?:tsx?|mjs|sql|css)$/.test(path));
    expect(
      offences(sources, ({ text }) => (lines(text) > MAX_LINES ? [`${lines(text)} lines`] : [])),
    ).toEqual([]);
  });

  test('names no package registry', () => {
    const packaging = texts.filter(({ path }) => /^(?:package(?:-lock)?\.json|\.npmrc)$/.test(path));
    const registry = /"resolved": *"[^"]*"|\bregistry *=.*|"registry".*|https?:\/\/[^"\s]*\.tgz/g;
    expect(packaging.map(({ path }) => path)).toContain('package-lock.json');
    expect(offences(packaging, ({ text }) => text.match(registry) ?? [])).toEqual([]);
  });

  test('names no folder of one machine', () => {
    const machine = /(?<![\w.}/-])(?:\/(?:home|Users|root|work)\/\w[\w./-]*|[A-Z]:\\\\?Users\b)/g;
    expect(offences(texts, ({ text }) => text.match(machine) ?? [])).toEqual([]);
  });
});

describe('tests', () => {
  test('are all run', () => {
    const left = /\b(?:test|it|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|todo|fixme|skipIf|runIf)\b/g;
    const tests = code.filter(({ path }) => path.startsWith('test/'));
    expect(offences(tests, ({ text }) => text.match(left) ?? [])).toEqual([]);
  });
});

describe('the client', () => {
  test('shows no Chinese that is not in a file of strings', () => {
    // The gallery at /ui is for those who build pages; its samples are in one language.
    const components = code.filter(
      ({ path }) => /^client\/(?!ui\/gallery).*\.tsx$/.test(path) && !isStrings(path),
    );
    const chinese = ({ text }: SourceFile) =>
      withoutComments(text).match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu) ?? [];
    const joined = (file: SourceFile) => (chinese(file).length > 0 ? [chinese(file).join(' ')] : []);
    expect(offences(components, joined)).toEqual([]);
  });

  test('keeps the rules of a component to its own classes', () => {
    const sheets = texts.filter(({ path }) => path.endsWith('.module.css'));
    const selectors = ({ text }: SourceFile) =>
      [...text.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)].map(([, selector = '']) =>
        selector.trim(),
      );
    const isOwn = (selector: string) =>
      /^(?:@|from$|to$|[\d.]+%)/.test(selector) ||
      selector.split(/,(?![^(]*\))/).every((each) => /\.[a-z]/i.test(each));
    expect(sheets.length).toBeGreaterThan(0);
    expect(offences(sheets, (file) => selectors(file).filter((selector) => !isOwn(selector)))).toEqual([]);
  });
});

/** `path: what` for each thing that `find` holds against a file. */
function offences(files: readonly SourceFile[], find: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`));
}

function importsAgainstTheDirection(file: SourceFile): string[] {
  const allowed = MAY_IMPORT[treeOf(file.path)] ?? [];
  return importsOf(file).filter((name) => {
    const target = targetOf(file.path, name);
    return target !== undefined && !allowed.includes(treeOf(target));
  });
}

/** The path from the top that an import leads to, or undefined for a package. */
function targetOf(from: string, name: string): string | undefined {
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? posix.join(posix.dirname(from), name) : undefined;
}

function importsOf(file: SourceFile): string[] {
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...staticImportsOf(file), ...captures(withoutComments(file.text), dynamic)];
}

function staticImportsOf({ text }: SourceFile): string[] {
  const statement = /^(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;
  return captures(withoutComments(text), statement);
}

const captures = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);

/** Good enough for the searches above: a `//` inside a string loses the rest of that line. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`\\])\/\/.*$/gm, '');

const lines = (text: string): number => text.split('\n').length - 1;
const isStrings = (path: string): boolean => /(?:^|\/)(?:strings[^/]*$|i18n\/)/.test(path);

function treeOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** What git knows of, committed or about to be; without git, all but what is made here. */
function filesOfTheRepository(): string[] {
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const files = [...new Set(listed.split('\0').filter(Boolean))].filter(isFile);
    if (files.length > 0) return files;
  } catch {
    // Not a checkout: a copy of the files, as in an archive.
  }
  return filesUnder('');
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !MADE_HERE.test(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

function isFile(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
}
