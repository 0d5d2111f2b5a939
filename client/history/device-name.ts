// A device in words: ids say nothing to people, so what is known of it comes first. Pure.
import type { HistoryStrings } from './strings.ts';

/** @param ofDriver it is a driver's, on his way */
export function deviceName(
  id: string | undefined,
  { own, ofDriver }: { readonly own: string; readonly ofDriver: boolean },
  t: Pick<HistoryStrings, 'noDevice' | 'thisDevice' | 'driversPhone' | 'device'>,
): string {
  if (id === undefined) return t.noDevice;
  if (id === own) return t.thisDevice;
  return ofDriver ? t.driversPhone : t.device(id.slice(-4).toUpperCase());
}
