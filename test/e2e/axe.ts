// Holds what stands on a page against axe, in the light and in the dark.
import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { desktop, phone } from './fixtures.ts';

/** Of a page that a test stands on anyway, at both sizes; what is wrong, a line each. */
export async function faultsHere(page: Page, where: string): Promise<string[]> {
  const before = page.viewportSize() ?? desktop;
  await prepare(page);
  const faults: string[] = [];
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    const at = `${where} at ${size.width}`;
    faults.push(...(await look(page, 'light', at)), ...(await look(page, 'dark', at)));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
  return faults;
}

/** Once for each document: it knows axe from then on. */
export async function prepare(page: Page): Promise<void> {
  await page.evaluate(standStill);
  await page.evaluate(axe.source);
}

/** In the page: a colour that is on its way from light to dark is neither. */
function standStill(): void {
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets.push(still);
}

/** In the dark only the colours are others. */
export async function look(
  page: Page,
  theme: 'light' | 'dark',
  where: string,
  rules: RunOptions['rules'] = {},
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  const options: RunOptions = {
    resultTypes: ['violations'],
    rules,
    ...(theme === 'dark' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  };
  const violations = await page.evaluate(findViolations, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${where}, ${theme}: ${id}: ${html}\n${failureSummary}`),
  );
}

/** In the page, which knows axe already. */
async function findViolations(options: RunOptions) {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
}
