// A place whose coordinates are those of its outlet.

/** An address that begins with it has coordinates of the neighbourhood only; the sign is read in any language. */
export const approximateMark = '≈ ';

export const isApproximate = ({ address }: { readonly address: string }): boolean =>
  address.startsWith(approximateMark);
