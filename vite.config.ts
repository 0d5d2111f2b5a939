// One configuration for the four things Vite does here: it builds the client with its service worker,
// bundles the server (`vite build --ssr`), serves the client while developing, and runs the tests.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import solid from 'vite-plugin-solid';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as { version: string };
const define = { __TOWLINE_VERSION__: JSON.stringify(version) };

const server = {
  define,
  build: {
    ssr: 'sync-server/main.ts',
    outDir: 'dist/server',
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
  },
};

/**
 * A first visit keeps the whole app on the device (app/service-worker.ts), and on a slow connection each file
 * costs a way there and back. So what several pages share comes in few files, and a language in one.
 */
const codeSplitting = {
  groups: [
    { name: 'words-zh-TW', test: /strings\.zh-TW\.ts$/ },
    { name: 'words-en', test: /strings\.en\.ts$/ },
    { name: 'start', tags: ['$initial' as const] },
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
  ],
};
// The bundler names what is shared after everything that shares it.
const chunkFileNames = ({ name }: { name: string }) => `assets/${name.split('~')[0]}-[hash].js`;

const client = {
  root: 'client',
  define,
  // client/ui/spreadsheet/zip.ts says why.
  resolve: { alias: [{ find: /^fflate$/, replacement: here('client/ui/spreadsheet/zip.ts') }] },
  plugins: [
    solid(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'app',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest,json}'] },
      devOptions: { enabled: false },
    }),
  ],
  build: {
    ...{ outDir: here('dist/client'), emptyOutDir: true, target: 'es2022', sourcemap: true },
    rolldownOptions: { output: { codeSplitting, chunkFileNames } },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/replication', '/hooks', '/health', '/r/', '/s/'].map((path) => [
        path,
        `http://127.0.0.1:${process.env['TOWLINE_API_PORT'] ?? '8080'}`,
      ]),
    ),
  },
};

// The suffix says what a test needs; see test/README.md.
const test = {
  projects: [
    { name: 'unit', include: ['**/*.test.ts'], testTimeout: 10_000 },
    { name: 'prop', include: ['**/*.prop.test.ts'], testTimeout: 60_000 },
    { name: 'pg', include: ['**/*.pg.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
    { name: 'bench', include: ['bench/*.bench.ts'], testTimeout: 600_000, hookTimeout: 300_000 },
    { name: 'soak', include: ['simulation/soak.ts'], testTimeout: 24 * 60 * 60_000 },
  ].map(({ name, include, ...rest }) => ({
    define,
    test: {
      ...rest,
      name,
      // Its dictionary is a module, though the package does not say so.
      server: { deps: { inline: ['pinyin-match'] } },
      root: here('.'),
      include: include.map((pattern) => `test/${pattern}`),
      exclude: [
        '**/node_modules/**',
        ...(name === 'unit' ? ['test/**/*.prop.test.ts', 'test/**/*.pg.test.ts'] : []),
      ],
    },
  })),
};

export default defineConfig(({ isSsrBuild }) => {
  if (process.env['VITEST']) return { define, test };
  return isSsrBuild ? server : client;
});
