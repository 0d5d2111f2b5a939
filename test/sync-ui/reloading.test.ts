// When the app may reload by itself, and what holds it back.
import { createRoot, createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isEditing, useEditingGuard } from '../../client/app/editing.ts';
import { isQuiet } from '../../client/app/rights.ts';
import { formatBytes } from '../../client/sync/bytes.ts';

describe('nobody notices a reload', () => {
  const looking = { isHidden: false, now: 600_000, touched: 599_000 };

  test('that happens while he does not look', () => {
    expect(isQuiet({ ...looking, isHidden: true })).toBe(true);
    expect(isQuiet(looking)).toBe(false);
  });

  test('just after the app was opened, before he touched anything', () => {
    expect(isQuiet({ isHidden: false, now: 3000, touched: undefined })).toBe(true);
    expect(isQuiet({ isHidden: false, now: 3000, touched: 2000 })).toBe(false);
    expect(isQuiet({ isHidden: false, now: 20_000, touched: undefined })).toBe(false);
  });

  test('after he has been away for a minute', () => {
    expect(isQuiet({ ...looking, touched: 530_000 })).toBe(true);
    expect(isQuiet({ ...looking, touched: undefined })).toBe(true);
    expect(isQuiet({ ...looking, touched: 550_000 })).toBe(false);
  });
});

describe('the guard of a form', () => {
  let page: EventTarget;
  beforeEach(() => {
    page = new EventTarget();
    vi.stubGlobal('window', page);
  });
  afterEach(() => vi.unstubAllGlobals());
  const isAskedBeforeClosing = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  test('counts for as long as the form is dirty and there', () => {
    const [isDirty, setDirty] = createSignal(false);
    const leave = createRoot((dispose) => (useEditingGuard(isDirty), dispose));
    expect([isEditing(), isAskedBeforeClosing()]).toEqual([false, false]);
    setDirty(true);
    expect([isEditing(), isAskedBeforeClosing()]).toEqual([true, true]);
    leave();
    expect([isEditing(), isAskedBeforeClosing()]).toEqual([false, false]);
  });

  test('lets the window close over what lies on the device, and reloads nothing all the same', () => {
    const leave = createRoot((dispose) => {
      useEditingGuard(
        () => true,
        () => true,
      );
      return dispose;
    });
    expect([isEditing(), isAskedBeforeClosing()]).toEqual([true, false]);
    leave();
  });
});

test('storage is told in the unit that fits', () => {
  expect([0, 532_480, 12_897_484, 11_811_160_064].map(formatBytes)).toEqual([
    '0 KB',
    '520 KB',
    '12.3 MB',
    '11.0 GB',
  ]);
});
