// Days of the company's calendar, `2026-03-01`: which one an instant falls on depends on the zone alone.

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param iso an ISO instant */
export function dayIn(zone: string, iso: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  formats.set(zone, format);
  return format.format(new Date(iso));
}
