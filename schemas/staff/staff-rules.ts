// What an employee's document has to be like, beyond its schema.
import type { Objection } from '../core/codes.ts';
import type { Staff } from './staff.ts';

/** One address of the usual form; whether somebody reads it only a letter can tell. */
const email = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

export function faultsInStaff({ email: address, hours, employment, roleIds }: Staff): Objection[] {
  const faults: Objection[] = [];
  if (address && !email.test(address)) faults.push({ code: 'invalid-email', field: 'email' });
  // A shift may go on past midnight, but it has an end.
  if (hours.from === hours.to || hours.from === '24:00')
    faults.push({ code: 'invalid-hours', field: 'hours' });
  if (employment !== 'left' && roleIds.length === 0) faults.push({ code: 'role-missing', field: 'roleIds' });
  return faults;
}
