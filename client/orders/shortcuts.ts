// Single keys for what a dispatcher does all day. They never take a key from somebody who types.
import { onCleanup } from 'solid-js';

/** By `KeyboardEvent.key`, letters in lower case. What is undefined is not taken. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/** For as long as the component lives; `keys` is asked at every press. */
export function createShortcuts(keys: () => Shortcuts): void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isChord(event) || isTaken(event.target)) return;
    const run = keys()[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', press);
  onCleanup(() => document.removeEventListener('keydown', press));
}

const isChord = ({ altKey, ctrlKey, metaKey }: KeyboardEvent) => altKey || ctrlKey || metaKey;

const takers = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"]';

const isTaken = (target: EventTarget | null) => target instanceof Element && target.closest(takers) !== null;
