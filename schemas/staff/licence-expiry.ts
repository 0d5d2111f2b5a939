// When somebody's licences run out: told a month before, as with a vehicle's papers.
import { dueOn, type Due } from '../fleet/expiry.ts';
import type { Licence, Staff } from './staff.ts';

export interface LicenceDue extends Licence {
  readonly state: Due;
}

/** What somebody holds, the earlier to expire first. */
export const licencesOf = ({ licences = [] }: Pick<Staff, 'licences'>, today: string): LicenceDue[] =>
  licences
    .map((licence) => ({ ...licence, state: dueOn(licence.expiresOn, today) }))
    .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1));

/** Those about which something has to be done. */
export const licencesDue = (person: Pick<Staff, 'licences'>, today: string): LicenceDue[] =>
  licencesOf(person, today).filter(({ state }) => state !== 'valid');
