// How columns share the width, as values for CSS grid.
import type { Column } from './data-table-types.ts';

type Sized = Pick<Column<never>, 'width' | 'grow' | 'header' | 'hideHeader'>;

const leastShared = 120;
const tickWidth = 40;
/** What stands at both sides of a cell's text; the first and the last cell of a row have more. */
const padding = 18;
const moreAtEdge = 8;
/** Of a letter of the header, as wide as it can be; a Chinese one is as wide as the type is high. */
const chineseWidth = 12.5;
const latinWidth = 7.4;
/** A longer header is cut. */
const widestHeader = 190;

/** The value of grid-template-columns: fixed columns keep their width, the others share the rest. */
export function columnTemplate(columns: readonly Sized[], ticks: boolean): string {
  const tracks = columns.map((column, index) => {
    const least = leastOf(column, index, columns.length);
    return column.width !== undefined && !column.grow ? `${least}px` : `minmax(${least}px, 1fr)`;
  });
  return [...(ticks ? [`${tickWidth}px`] : []), ...tracks].join(' ');
}

/** Below this many pixels the table scrolls sideways. */
export function leastWidth(columns: readonly Sized[], ticks: boolean): number {
  return columns.reduce(
    (sum, column, index) => sum + leastOf(column, index, columns.length),
    ticks ? tickWidth : 0,
  );
}

/** Without those that may go, the lower rank first, as far as there is no room: what is left must not be cut off. */
export function columnsThatFit<C extends Sized & Pick<Column<never>, 'rank' | 'roomy'>>(
  columns: readonly C[],
  room: number,
  ticks: boolean,
): readonly C[] {
  if (leastWidth(columns, ticks) <= room) return columns;
  const [next] = columns
    .filter(({ rank, roomy }) => rank !== undefined || roomy)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  if (!next) return columns;
  const rest = columns.filter((column) => column !== next);
  return columnsThatFit(rest, room, ticks);
}

/** A column's own width, or more where its header needs it in this language. */
function leastOf({ width, header, hideHeader }: Sized, index: number, count: number): number {
  const own = width ?? leastShared;
  if (hideHeader) return own;
  const edge = index === 0 || index === count - 1 ? moreAtEdge : 0;
  return Math.max(own, Math.min(Math.ceil(textWidth(header)) + padding + edge, widestHeader));
}

const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? chineseWidth : latinWidth), 0);
