// 車牌. Civil plates have 7 characters, those of new-energy cars 8; police, training, trailer, Hong Kong, Macau,
// embassy, consulate and emergency plates carry a word (GA 36-2018).
const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
/** No I and no O, which look like digits. */
const sign = '[A-HJ-NP-Z0-9]';

const plates = [
  new RegExp(`^${province}[A-Z]${sign}{4}[A-HJ-NP-Z0-9警学挂港澳]$`),
  new RegExp(`^${province}[A-Z]${sign}{6}$`),
  new RegExp(`^${province}[A-Z]${sign}{4}应急$`),
  new RegExp(`^${province}[A-Z]?\\d{4,5}领$`),
  /^(?:使\d{6}|\d{6}使)$/,
];

/** As it is stored and compared: typed with small letters, spaces, dots or full-width characters it is the same. */
export const normalPlate = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s·•・.-]/g, '')
    .toUpperCase();

/** Whether it is a plate, however it was typed. */
export function isPlate(text: string): boolean {
  const plate = normalPlate(text);
  return plates.some((form) => form.test(plate));
}
