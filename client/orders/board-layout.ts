// How little of an address tells places apart on one board.

/** Without province and city, which on one board are the same in every row; the rest tells places apart. */
export function shortAddress(address: string): string {
  return address.replace(/^(≈ )?(?:[^\s市省]{2,8}(?:省|自治区))?[^\s市区县]{2,5}市(?=\S{4})/, '$1');
}
