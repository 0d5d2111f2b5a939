// How columns share the width, as values for CSS grid.
import type { Column } from './data-table-types.ts';

type Sized = Pick<Column<never>, 'width' | 'grow'>;

const leastShared = 120;
const tickWidth = 40;

/** The value of grid-template-columns: fixed columns keep their width, the others share the rest. */
export function columnTemplate(columns: readonly Sized[], ticks: boolean): string {
  const tracks = columns.map(({ width, grow }) =>
    width !== undefined && !grow ? `${width}px` : `minmax(${width ?? leastShared}px, 1fr)`,
  );
  return [...(ticks ? [`${tickWidth}px`] : []), ...tracks].join(' ');
}

/** Below this many pixels the table scrolls sideways. */
export function leastWidth(columns: readonly Sized[], ticks: boolean): number {
  return columns.reduce((sum, { width }) => sum + (width ?? leastShared), ticks ? tickWidth : 0);
}
