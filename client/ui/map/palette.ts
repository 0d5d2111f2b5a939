// The tokens as a canvas can use them: colours that the browser has worked out for the theme that is shown.
import { createSignal, onCleanup, type Accessor } from 'solid-js';
import type { Tone } from '../badge.tsx';

const tokens = {
  land: '--map-land',
  coast: '--map-coast',
  grid: '--map-grid',
  water: '--map-water',
  road: '--map-road',
  green: '--map-green',
  label: '--map-label',
  text: '--text',
  surface: '--surface',
  accent: '--accent-text',
  brand: '--accent',
  pin: '--danger',
  neutral: '--neutral-fg',
  info: '--info-fg',
  progress: '--progress-fg',
  success: '--success-fg',
  warning: '--warning-fg',
  danger: '--danger-fg',
} as const satisfies Record<string, string>;

export type Palette = Readonly<Record<keyof typeof tokens | 'font', string>>;

/** Layers ask for it whenever they draw. */
export type Look = () => Palette;

export const toneColour = (palette: Palette, tone: Tone | undefined): string => palette[tone ?? 'info'];

/** Follows theme and language, and is light on paper; must be called under an owner. */
export function createPalette(host: HTMLElement): Accessor<Palette> {
  const [palette, setPalette] = createSignal(readPalette(host));
  const update = (): void => {
    setPalette(readPalette(host));
  };
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', update);
  const root = new MutationObserver(update);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
  const print = (): void => {
    setPalette(inLight(() => readPalette(host)));
    root.takeRecords();
  };
  window.addEventListener('beforeprint', print);
  window.addEventListener('afterprint', update);
  onCleanup(() => {
    window.removeEventListener('beforeprint', print);
    window.removeEventListener('afterprint', update);
    dark.removeEventListener('change', update);
    root.disconnect();
  });
  return palette;
}

/** Paper is white; the page itself becomes light only when its styles for paper are in force. */
function inLight<Value>(read: () => Value): Value {
  const { documentElement } = document;
  const chosen = documentElement.getAttribute('data-theme');
  documentElement.setAttribute('data-theme', 'light');
  const value = read();
  if (chosen === null) documentElement.removeAttribute('data-theme');
  else documentElement.setAttribute('data-theme', chosen);
  return value;
}

function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement('span');
  // Where less motion is asked for every change passes through a moment of transition, and would be read as before it.
  probe.style.transition = 'none';
  host.append(probe);
  const style = getComputedStyle(probe);
  const colours = Object.entries(tokens).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    return [name, style.color];
  });
  const font = style.fontFamily;
  probe.remove();
  return { ...(Object.fromEntries(colours) as Record<keyof typeof tokens, string>), font };
}
