// The browser tests. Each test starts the server it needs (e2e/fixtures.ts), so none is started
// here. The times are generous because they are there to end a hang, not to measure.
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './setup/browser.ts';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './e2e/demo-data.ts',
  outputDir: '../test-results',
  // Every test has a server of its own.
  fullyParallel: true,
  workers: Math.min(2, availableParallelism()),
  // A test that passes at the second try is a test, or a product, that fails.
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    launchOptions: chromiumLaunch(),
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // What moves by itself costs a machine without a graphics card a core.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
});
