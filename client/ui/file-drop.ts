// Files that are dragged in from outside: a place that takes them, and a page that a missed drop does not leave, as
// browsers else do to open the file.
import { createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

export interface FileDrop {
  /** Files hang over it. */
  readonly isOver: Accessor<boolean>;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Of two places, one inside the other, the inner one takes what is dropped on it. */
export function createFileDrop(may: () => boolean, onFiles: (files: readonly File[]) => void): FileDrop {
  const [isOver, setOver] = createSignal(false);
  const isMine = (event: DragEvent): boolean => may() && holdsFiles(event) && !event.defaultPrevented;
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        setOver(isMine(event));
        if (isMine(event)) event.preventDefault();
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        setOver(false);
        if (!isMine(event)) return;
        event.preventDefault();
        onFiles([...(event.dataTransfer?.files ?? [])]);
      },
    },
  };
}

/** As long as what calls it is shown: files that are dropped beside every place for them do nothing. */
export function keepMissedDrops(): void {
  const keep = (event: DragEvent): void => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    // Says before one lets go that nothing would come of it.
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  // On the window: whoever takes it comes first.
  onMount(() => {
    for (const type of ['dragover', 'drop'] as const) window.addEventListener(type, keep);
  });
  onCleanup(() => {
    for (const type of ['dragover', 'drop'] as const) window.removeEventListener(type, keep);
  });
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
