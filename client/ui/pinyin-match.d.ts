/** The dictionary of the package: the common simplified characters by their syllables, without tones. */
declare module 'pinyin-match/src/simplified_dict.js' {
  export const dict: Readonly<Record<string, string>>;
}
