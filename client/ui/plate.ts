// Number plates and phone numbers as people type and paste them. Pure.
import { toHalfWidth } from './money.ts';

/** The first character of a plate says where the vehicle is from. */
export const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使';
/** The last character of some plates says what the vehicle is for. */
export const plateEndings = '学警港澳挂领试超';

/** ` 浙a·123 45 ` → `浙A12345`. What is no plate at all, such as 无牌, stays as it was typed. */
export function tidyPlate(text: string): string {
  return toHalfWidth(text)
    .toUpperCase()
    .replaceAll(/[\s.·•-]/g, '');
}

/**
 * How many characters a plate has that begins as one and has not seven or, of new-energy cars and 应急, eight;
 * undefined: it has, or it is none, such as 无牌.
 */
export function wrongPlateLength(plate: string): number | undefined {
  const tidy = tidyPlate(plate);
  const begins = provinces.slice(0, -1).includes(tidy.charAt(0)) && /^.[A-Z]/.test(tidy);
  return begins && tidy.length !== 7 && tidy.length !== 8 ? tidy.length : undefined;
}

/** Puts the province first, in the place of another one. */
export function withProvince(plate: string, province: string): string {
  const rest = provinces.includes(plate.charAt(0)) ? plate.slice(1) : plate;
  return province + rest;
}

/** Full-width digits and brackets, and the dashes of word processors, become plain ones. */
export function tidyPhone(text: string): string {
  return toHalfWidth(text).replaceAll(/\s+/g, ' ').trim();
}

/**
 * How many digits a Chinese mobile number has that has too few or too many; undefined: it has all eleven, or is none.
 * Nothing else begins with 13 to 19 (Numbering Plan for Telecommunications Networks, MIIT 2017).
 */
export function wrongMobileDigits(phone: string): number | undefined {
  const digits = phone.replaceAll(/[\s()-]/g, '').replace(/^(\+|00)86/, '');
  return /^1[3-9]\d*$/.test(digits) && digits.length !== 11 ? digits.length : undefined;
}
