// The text of a file of which nobody said how it is encoded.

/** UTF-8 where it can be, else the Chinese Windows' own. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
