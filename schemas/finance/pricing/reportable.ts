// Which price items somebody reports at the end of a rescue: extra work and what was paid for the customer. The start,
// the kilometres, waiting and the surcharges by time are worked out.
import { startCode, type Service } from './rate-of.ts';

export type Reportable = 'extras' | 'outlays';

/** By code, of the ready-made items; what a company adds is extra work. */
const outlayCodes: readonly string[] = ['toll', 'parking', 'weighing', 'other'];

const workedOut: readonly string[] = [
  ...['start', 'tow-start', 'tow-km', 'out-km', 'return-km', 'empty-run', 'empty-km'],
  ...['waiting', 'night', 'holiday', 'cancellation'],
];

/**
 * As what an item is reported; undefined: nobody does.
 * @param service an order of it costs its start anyway
 */
export function reportedAs(code: string, service: Service | undefined): Reportable | undefined {
  if (outlayCodes.includes(code)) return 'outlays';
  const isWorkedOut = workedOut.includes(code) || (service && startCode(service) === code);
  return isWorkedOut ? undefined : 'extras';
}
