// Languages: which one is taken, and what shows while one loads or can't be had.
import { describe, expect, it, vi } from 'vitest';
import { detectLocale, setLocale } from '../../client/i18n/locale.ts';
import { defineStrings, useStrings, type Strings } from '../../client/i18n/strings.ts';
import { uiStrings } from '../../client/ui/strings.ts';

const zhCN = { hello: '你好', count: (n: number) => `共 ${n} 条`, nested: { bye: '再见' } };
type Words = Strings<typeof zhCN>;
const english: Words = { hello: 'Hello', count: (n) => `${n} in total`, nested: { bye: 'Bye' } };
const taiwan: Words = { hello: '你好', count: (n) => `共 ${n} 筆`, nested: { bye: '再見' } };

const never = (): Promise<{ default: Words }> => new Promise(() => undefined);
const refused = (): Promise<{ default: Words }> => Promise.reject(new Error('no network'));

describe('the language taken at start', () => {
  it.each([
    ['en', ['zh-TW'], 'en'],
    ['xx', ['zh-TW'], 'zh-TW'],
    [null, ['zh-HK', 'en'], 'zh-TW'],
    [null, ['en-US', 'zh-TW'], 'zh-CN'],
    [null, ['zh'], 'zh-CN'],
    [null, [], 'zh-CN'],
  ])('stored %j with browser languages %j is %s', (stored, languages, expected) => {
    expect(detectLocale(stored, languages)).toBe(expected);
  });
});

describe('strings', () => {
  it('speak simplified Chinese without loading anything', () => {
    const table = defineStrings<typeof zhCN>(zhCN, { 'zh-TW': never, en: never });
    expect(table.read('zh-CN').count(3)).toBe('共 3 条');
  });

  it('keep the last language shown until the wanted one is there', async () => {
    let arrive: (module: { default: Words }) => void = () => undefined;
    const later = new Promise<{ default: Words }>((resolve) => (arrive = resolve));
    const table = defineStrings<typeof zhCN>(zhCN, {
      'zh-TW': () => Promise.resolve({ default: taiwan }),
      en: () => later,
    });
    await table.load('zh-TW');
    expect(table.read('zh-TW').nested.bye).toBe('再見');
    expect(table.read('en').nested.bye).toBe('再見');
    arrive({ default: english });
    await table.load('en');
    expect(table.read('en').nested.bye).toBe('Bye');
    expect(table.read('zh-CN').nested.bye).toBe('再见');
  });

  it('are fetched by whoever may need them, before he says the first word', async () => {
    vi.stubGlobal('document', { documentElement: {} });
    const loadEnglish = vi.fn(() => Promise.resolve({ default: english }));
    const table = defineStrings<typeof zhCN>(zhCN, { 'zh-TW': never, en: loadEnglish });
    setLocale('en');
    const t = useStrings(table);
    expect(loadEnglish).toHaveBeenCalledOnce();
    await table.load('en');
    expect(t().hello).toBe('Hello');
    setLocale('zh-CN');
    vi.unstubAllGlobals();
  });

  it('stay as they are when a language can not be had, and try again later', async () => {
    let tries = 0;
    const table = defineStrings<typeof zhCN>(zhCN, {
      'zh-TW': never,
      en: () => ((tries += 1) === 1 ? refused() : Promise.resolve({ default: english })),
    });
    await table.load('en');
    expect(table.read('zh-CN').hello).toBe('你好');
    await table.load('en');
    expect(table.read('en').hello).toBe('Hello');
    expect(tries).toBe(2);
  });

  it('have the same keys in every language of the kit', async () => {
    const keys = Object.keys(uiStrings.read('zh-CN')).sort();
    for (const locale of ['zh-TW', 'en'] as const) {
      await uiStrings.load(locale);
      const words = uiStrings.read(locale);
      expect(Object.keys(words).sort()).toEqual(keys);
      expect(words).not.toBe(uiStrings.read('zh-CN'));
    }
  });
});
