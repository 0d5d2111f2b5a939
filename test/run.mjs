// `npm test`: everything from nothing, to the end even when something fails, so that one run tells all.
// Its last line is `N passed, N failed`. `npm test -- lint unit` runs those parts alone, and
// `node test/run.mjs bench` the benchmarks; `node test/run.mjs soak --seed 7 --minutes 30` the simulation.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../sync-server/cli/build.mjs';
import { install, requireNode } from '../sync-server/cli/install.mjs';
import { endStepsOnSignal, explain, Failure, root, run, seconds } from '../sync-server/cli/step.mjs';

const CACHE = 'node_modules/.cache';
const CHECKS = {
  types: () =>
    tool('typescript/bin/tsc', ['--noEmit', '--incremental', '--tsBuildInfoFile', `${CACHE}/tsc.json`]),
  // Without a cache: rules that read types depend on other files than the one that is cached. Quiet, since
  // warnings would bury what made it fail; `npm run check` shows them.
  lint: () => tool('eslint/bin/eslint.js', ['-c', '.eslint.config.mjs', '--quiet', '.']),
  format: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '--cache', '.']),
  build: () => buildQuietly(),
};
const VITEST_PROJECTS = ['unit', 'prop', 'pg'];
const PARTS = [...Object.keys(CHECKS), ...VITEST_PROJECTS, 'e2e'];
const MINUTES = { check: 15, vitest: 15, e2e: 45, bench: 60 };
const WORKERS = 2;

const scratch = mkdtempSync(join(tmpdir(), 'towline-test-'));
const env = { ...process.env };
// The tools choose by these what they build and which warnings they give; each sets its own.
delete env['NODE_ENV'];
delete env['VITEST'];

const totals = { passed: 0, failed: 0 };
const failures = [];

endStepsOnSignal();
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
await main(process.argv.slice(2)).catch((error) => {
  console.log(`\n${explain(error)}`);
  add('setup', { passed: 0, failed: 1 });
});
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

async function main(args) {
  requireNode();
  if (args[0] === 'soak') return soak(args.slice(1));
  const unknown = args.find((part) => part !== 'bench' && !PARTS.includes(part));
  if (unknown) throw new Failure(`There is no part "${unknown}"; there are ${PARTS.join(', ')} and bench.`);
  await install();
  if (args.includes('bench')) return benchmarks();
  const parts = args.length > 0 ? args : PARTS;
  await checks(
    Object.keys(CHECKS).filter((name) => parts.includes(name) || (name === 'build' && parts.includes('e2e'))),
  );
  const projects = VITEST_PROJECTS.filter((name) => parts.includes(name));
  // The files of a worker share its modules: loading them anew for each takes longer than most of the tests.
  if (projects.length > 0) await vitest(projects, ['--no-isolate']);
  if (parts.includes('e2e')) await browserTests();
}

/** Type-check, lint, format and build are single-threaded, so two at a time fill two cores. */
async function checks(names) {
  const waiting = [...names];
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await check(name);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

async function check(name) {
  const started = performance.now();
  const { code, output } = await CHECKS[name]().catch((error) => ({ code: 1, output: explain(error) }));
  const ok = code === 0;
  console.log(`${name}: ${ok ? 'ok' : 'FAILED'}, ${seconds(started)}`);
  if (!ok) console.log(`${output.trim()}\n`);
  add(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
}

async function buildQuietly() {
  await build((_title, work) => work());
  return { code: 0, output: '' };
}

async function vitest(projects, extra = [], limit = MINUTES.vitest) {
  console.log(`\n${projects.join(', ')}: ${databases()}`);
  const report = join(scratch, `${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.flatMap((name) => ['--project', name]);
  const args = ['run', ...chosen, ...reporters, `--maxWorkers=${WORKERS}`, ...extra];
  const { code } = await tool('vitest/vitest.mjs', args, { show: true, limit });
  add(projects.join(', '), verdict(code, countVitest(readReport(report))));
}

function databases() {
  return process.env['TEST_DATABASE_URL']
    ? 'on the embedded database and on TEST_DATABASE_URL'
    : 'on the embedded database alone, since TEST_DATABASE_URL is not set';
}

async function browserTests() {
  if (failures.some((failure) => failure.startsWith('build'))) {
    console.log('\ne2e: not run, since what was built before is not what is tested');
    return add('e2e', { passed: 0, failed: 1 });
  }
  console.log('\ne2e: in Chromium');
  const report = join(scratch, 'e2e.json');
  const args = ['test', '-c', 'test/playwright.config.ts', '--reporter=list,json'];
  const { code } = await tool('@playwright/test/cli.js', args, {
    show: true,
    limit: MINUTES.e2e,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  add('e2e', verdict(code, countPlaywright(readReport(report))));
}

async function benchmarks() {
  const folder = join(root, 'test', 'bench');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : [];
  if (files.length === 0) throw new Failure('There are no benchmarks: test/bench holds no *.bench.ts.');
  await checks(['build']);
  const { forgetResults, resultsTable } = await import('./bench/table.mjs');
  forgetResults();
  // One after the other: two that share the cores would measure each other.
  await vitest(['bench'], ['--no-file-parallelism'], MINUTES.bench);
  console.log(`\n${resultsTable()}\n`);
}

/** Random work, random faults, and the question whether anything was lost; `npm run soak -- --seed 7 --minutes 30`. */
async function soak(args) {
  const { values } = parseArgs({
    args,
    options: { seed: { type: 'string' }, minutes: { type: 'string', default: '5' } },
  });
  const minutes = Number(values.minutes);
  const seed = values.seed ?? String(Date.now() % 1_000_000);
  if (!(minutes > 0) || !/^\d{1,9}$/.test(seed)) {
    throw new Failure('Say --seed with a whole number and --minutes with how long.');
  }
  Object.assign(env, { SOAK_SEED: seed, SOAK_MINUTES: String(minutes) });
  await install();
  await checks(['build']);
  await vitest(['soak'], [], minutes + 15);
}

function tool(script, args, options = {}) {
  const file = join(root, 'node_modules', script);
  return run(process.execPath, [file, ...args], { env, limit: MINUTES.check, ending: 'SIGTERM', ...options });
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A file that fails before its tests are known counts as one failure. */
function countVitest(report) {
  const files = report?.testResults ?? [];
  const count = (file, status) => file.assertionResults.filter((test) => test.status === status).length;
  const broken = files.filter((file) => file.status === 'failed' && count(file, 'failed') === 0);
  return {
    passed: sum(files.map((file) => count(file, 'passed'))),
    failed: sum(files.map((file) => count(file, 'failed'))) + broken.length,
  };
}

function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky + (report?.errors?.length ?? 0) };
}

/** A runner that died, or found nothing to run, is a failure even when no test of it failed. */
function verdict(code, { passed, failed }) {
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

function add(name, { passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(`${name} (${failed})`);
}

function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}
