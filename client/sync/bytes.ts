// Amounts of storage for people.
const units = ['KB', 'MB', 'GB', 'TB'] as const;

/** `532480` → `520 KB`, `12897484` → `12.3 MB`; in powers of 1024, as systems count their storage. */
export function formatBytes(bytes: number): string {
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 100 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ''}`;
}
