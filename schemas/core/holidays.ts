// 法定節假日, the statutory holidays of mainland China (國務院令 795, in force since 2025): thirteen days a year, not the
// days that are shifted to make them longer.

const solar = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
/** Month and day of the Chinese calendar: three days of the Spring Festival, Dragon Boat, Mid-Autumn. */
const lunar = new Set(['1/1', '1/2', '1/3', '5/5', '8/15']);

/** @param day of the company's calendar, `2026-02-17` */
export function isHoliday(day: string): boolean {
  const date = new Date(`${day}T12:00:00Z`);
  if (solar.has(day.slice(5)) || day === qingming(date.getUTCFullYear())) return true;
  return lunar.has(lunarDay(date)) || lunarDay(new Date(date.getTime() + 86_400_000)) === '1/1';
}

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

function lunarDay(date: Date): string {
  const parts = new Map(chinese.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.get('month')}/${parts.get('day')}`;
}

/** 清明 by the rule of thumb of the solar terms, right from 2000 to 2099. */
function qingming(year: number): string {
  const inCentury = year - 2000;
  return `${year}-04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`;
}
