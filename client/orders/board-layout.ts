// Which columns of the board there is room for.

export interface Fitted {
  readonly id: string;
  readonly width: number;
  /** The lower goes first when there is no room; without it a column always stays. */
  readonly rank?: number;
}

/** The columns that fit into `room` pixels, in their order. */
export function columnsThatFit<C extends Fitted>(columns: readonly C[], room: number): readonly C[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  if (total <= room) return columns;
  const [next] = columns
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return next
    ? columnsThatFit(
        columns.filter((column) => column !== next),
        room,
      )
    : columns;
}

/** Without province and city, which on one board are the same in every row; the rest tells places apart. */
export function shortAddress(address: string): string {
  return address.replace(/^(≈ )?(?:[^\s市省]{2,8}(?:省|自治区))?[^\s市区县]{2,5}市(?=\S{4})/, '$1');
}
