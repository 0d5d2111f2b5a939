// Days and times of the company's calendar, `2026-03-01` and `21:30`: which ones an instant falls on depends on the
// zone alone.

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param iso an ISO instant */
export const dayIn = (zone: string, iso: string): string => wallClock(zone, iso).slice(0, 10);

/** @param iso an ISO instant */
export const timeIn = (zone: string, iso: string): string => wallClock(zone, iso).slice(11, 16);

/** `2026-03-01 21:30` */
function wallClock(zone: string, iso: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...parts });
  formats.set(zone, format);
  return format.format(new Date(iso));
}

const parts = { dateStyle: 'short', timeStyle: 'short' } as const;

/** From the first time on and before the second, which may lie beyond midnight. */
export function isWithinHours(
  time: string,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}
