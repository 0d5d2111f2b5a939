// Which language the screen is in. The signal is the one truth; storage and <html lang> follow it.
import { createSignal } from 'solid-js';

export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own words, for the switch. */
export const localeNames: Record<Locale, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

const storageKey = 'towline.locale';
const [current, setCurrent] = createSignal<Locale>('zh-CN');

export const locale = current;

/** Changes the language and remembers the choice on this device. */
export function setLocale(next: Locale): void {
  setCurrent(next);
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Storage may be forbidden (private mode); the choice then lasts for this visit.
  }
}

/** Called once by main: takes up the stored choice, else what the browser's languages speak for. */
export function startLocale(): void {
  const next = detectLocale(readStored(), navigator.languages);
  setCurrent(next);
  document.documentElement.lang = next;
}

/**
 * A stored choice wins. Without one only an explicit traditional-Chinese browser changes the default:
 * a phone that is set to English in a Chinese company still belongs to someone who reads Chinese.
 */
export function detectLocale(stored: string | null, languages: readonly string[]): Locale {
  if (isLocale(stored)) return stored;
  const first = languages[0];
  return first === 'zh-TW' || first === 'zh-HK' ? 'zh-TW' : 'zh-CN';
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((known) => known === value);
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
