// Finding among options, and moving through them. Pure.
import { fold, isIn } from './text-match.ts';

export interface ComboOption {
  value: string;
  label: string;
  /** Second line: an address, a number. Searched too. */
  detail?: string | undefined;
  /** Searched but not shown, e.g. another name. Chinese is found by its sounds anyway. */
  keywords?: string | undefined;
  disabled?: boolean | undefined;
  /** Stands first whatever is searched for, and is not what Enter takes unless one goes there. */
  pinned?: boolean | undefined;
}

/** Options that hold every word of the query; those whose label begins with it come first. */
export function matchOptions(options: readonly ComboOption[], query: string): readonly ComboOption[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return options;
  const found = options.filter((option) => {
    if (option.pinned) return true;
    const text = fold(`${option.label} ${option.detail ?? ''} ${option.keywords ?? ''}`);
    return words.every((word) => isIn(text, word));
  });
  const rank = (option: ComboOption): number =>
    option.pinned ? -1 : fold(option.label).startsWith(first) ? 0 : 1;
  return found.sort((a, b) => rank(a) - rank(b));
}

/** The index of the next option that can be chosen, going round at the ends; -1 when there is none. */
export function stepOption(options: readonly ComboOption[], from: number, by: 1 | -1): number {
  const count = options.length;
  for (let tried = 1; tried <= count; tried += 1) {
    const start = from < 0 && by < 0 ? 0 : from;
    const index = (((start + by * tried) % count) + count) % count;
    if (!options[index]?.disabled) return index;
  }
  return -1;
}
