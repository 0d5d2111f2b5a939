// The demo company, loaded once: each test starts its server on a copy, as fresh as if it had loaded it itself.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestServer } from './test-server.ts';

const place = 'TOWLINE_E2E_DEMO_DATA';

/** Playwright calls it before all tests, and what it returns after them. */
export default async function load(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'towline-e2e-demo-'));
  const server = new TestServer(dataDir);
  await server.start();
  await server.kill('SIGTERM');
  // Playwright's workers inherit it.
  process.env[place] = dataDir;
  return () => rm(dataDir, { recursive: true, force: true });
}

export async function copyDemoData(dataDir: string): Promise<void> {
  const loaded = process.env[place];
  if (!loaded) throw new Error('The demo company was not loaded before the tests');
  await cp(loaded, dataDir, { recursive: true });
}
