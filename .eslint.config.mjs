// What the linter holds: the usual mistakes, the direction of imports, and a domain without a clock.
import js from '@eslint/js';
import solid from 'eslint-plugin-solid/configs/typescript';
import tseslint from 'typescript-eslint';

const nodeGlobals = [
  'console',
  'process',
  'performance',
  'URL',
  'Buffer',
  'fetch',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
];
const browserGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'caches',
  'self',
];
const impureGlobals = [
  'crypto',
  'performance',
  'process',
  'Buffer',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
];

/** Forbids imports whose path goes into one of `trees`. */
const notFrom = (trees, message) => ({
  regex: `(^|/)(${trees.join('|')})/`,
  message,
});
const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.towline/', 'coverage/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // These need types, which costs some seconds a run. A promise that nobody awaits loses its error, and
    // in a browser test its check.
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    // The compiler finds undefined names in TypeScript; it does not read these.
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['schemas/**/*.ts'],
    rules: {
      ...restrictImports(
        notFrom(['client', 'sync-server', 'test'], 'The domain knows neither client nor server.'),
        { regex: '^node:', message: 'The domain runs in browsers too.' },
      ),
      'no-restricted-globals': ['error', ...browserGlobals, ...impureGlobals],
      'no-restricted-syntax': [
        'error',
        ...[
          'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          'NewExpression[callee.name="Date"][arguments.length=0]',
          'CallExpression[callee.name="Date"]',
          'MemberExpression[object.name="Math"][property.name="random"]',
          'MemberExpression[object.name="globalThis"]',
        ].map((selector) => ({
          selector,
          message: 'Time, ids and chance come into the domain as arguments.',
        })),
      ],
    },
  },
  {
    // Playwright reads which fixtures a function wants from its first parameter, `{}` when it wants none.
    files: ['test/e2e/**/*.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    extends: [solid],
    rules: restrictImports(
      notFrom(['sync-server', 'test'], 'The client shares only schemas/ with the server.'),
      { regex: '^node:', message: 'The client runs in a browser.' },
    ),
  },
  {
    files: ['sync-server/**/*.{ts,mjs}'],
    rules: restrictImports(notFrom(['client', 'test'], 'The server shares only schemas/ with the client.')),
  },
);
