// The arrow keys among the ticks of a grid: along a row, and to the nearest tick of the row above or below,
// however the rows are laid out.

const ticks = (place: Element): HTMLInputElement[] => [...place.querySelectorAll('input')];

/** @returns the tick to which a key leads from the one that has the focus */
export function tickByKey(
  grid: HTMLElement,
  from: HTMLElement,
  event: KeyboardEvent,
): HTMLElement | undefined {
  const row = from.closest('[role="row"]');
  if (!row) return undefined;
  const own = ticks(row);
  const at = own.findIndex((each) => each === from);
  const far = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowRight':
      return own[at + 1];
    case 'ArrowLeft':
      return own[at - 1];
    case 'ArrowDown':
      return nearest(neighbour(grid, row, 1), from);
    case 'ArrowUp':
      return nearest(neighbour(grid, row, -1), from);
    case 'Home':
      return far ? ticks(grid)[0] : own[0];
    case 'End':
      return (far ? ticks(grid) : own).at(-1);
    default:
      return undefined;
  }
}

function neighbour(grid: HTMLElement, row: Element, step: 1 | -1): readonly HTMLInputElement[] {
  const rows = [...grid.querySelectorAll('[role="row"]')].filter((each) => ticks(each).length > 0);
  const next = rows[rows.indexOf(row) + step];
  return next ? ticks(next) : [];
}

function nearest(among: readonly HTMLInputElement[], from: HTMLElement): HTMLElement | undefined {
  const distance = (each: HTMLElement) => Math.abs(middle(each) - middle(from));
  return among.toSorted((a, b) => distance(a) - distance(b))[0];
}

function middle(element: HTMLElement): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
