// Theme and density: what the person chose on this device, shown as attributes of <html> for the tokens.
import { createSignal } from 'solid-js';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'auto' | 'dense' | 'comfortable';

const [currentTheme, setCurrentTheme] = createSignal<Theme>('system');
const [currentDensity, setCurrentDensity] = createSignal<Density>('auto');

export const theme = currentTheme;
export const density = currentDensity;

/** Called once by main, before the first render, so that no other theme flashes up. */
export function startAppearance(): void {
  const [storedTheme, storedDensity] = [recall('towline.theme'), recall('towline.density')];
  if (storedTheme === 'light' || storedTheme === 'dark') applyTheme(storedTheme);
  if (storedDensity === 'dense' || storedDensity === 'comfortable') applyDensity(storedDensity);
}

/** `system` follows the device. */
export function setTheme(next: Theme): void {
  applyTheme(next);
  remember('towline.theme', next);
}

/** `auto` is dense with a mouse, comfortable with a thumb. */
export function setDensity(next: Density): void {
  applyDensity(next);
  remember('towline.density', next);
}

function applyTheme(next: Theme): void {
  setCurrentTheme(next);
  setAttribute('data-theme', next === 'system' ? undefined : next);
}

function applyDensity(next: Density): void {
  setCurrentDensity(next);
  setAttribute('data-density', next === 'auto' ? undefined : next);
}

function setAttribute(name: string, value: string | undefined): void {
  if (value) document.documentElement.setAttribute(name, value);
  else document.documentElement.removeAttribute(name);
}

/** Small per-device choices; storage may be forbidden, then a choice lasts for the visit. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
