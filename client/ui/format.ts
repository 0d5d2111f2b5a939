// What numbers, times and telephone numbers look like. Pure: zone, locale and clock come in as arguments;
// `formatting.tsx` binds them for components.
import type { Locale } from '../i18n/locale.ts';

export { formatFen, formatMoney, parseFen, type ParsedFen } from './money.ts';
export {
  formatDate,
  formatDateTime,
  formatDuration,
  formatRelative,
  formatShort,
  formatTime,
  fromWallClock,
  toWallClock,
} from './time.ts';

/** `13812345678` → `138 1234 5678`; `01012345678` → `010 1234 5678`; what is not a Chinese number stays. */
export function formatPhone(phone: string): string {
  const plain = phone.replace(/[\s-]/g, '');
  const mobile = /^(\+?86)?(1\d{2})(\d{4})(\d{4})$/.exec(plain);
  if (mobile) return [mobile[1] && '+86', mobile[2], mobile[3], mobile[4]].filter(Boolean).join(' ');
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{3,4})(\d{4})$/.exec(plain);
  if (landline) return landline.slice(1).join(' ');
  return phone;
}

const distanceUnits: Record<Locale, { metre: string; kilometre: string }> = {
  'zh-CN': { metre: '米', kilometre: '公里' },
  'zh-TW': { metre: '公尺', kilometre: '公里' },
  en: { metre: 'm', kilometre: 'km' },
};

/** Metres → `850 米`, `12.3 公里`, `120 公里`. */
export function formatDistance(metres: number, locale: Locale): string {
  const units = distanceUnits[locale];
  const rounded = Math.round(metres / 10) * 10;
  if (rounded < 1000) return `${rounded} ${units.metre}`;
  const kilometres = metres / 1000;
  return `${kilometres < 100 ? kilometres.toFixed(1) : Math.round(kilometres)} ${units.kilometre}`;
}

/** `12345` → `12,345`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-US').format(count);
}
