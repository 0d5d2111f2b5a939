// Whom somebody may edit: not one who may more than himself, nor one who belongs to more than his outlets.
import { createMemo, type Accessor } from 'solid-js';
import { beyondGrant, isWithinOutlets } from '#schemas/staff/granting.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { employeeStrings } from './employee-strings.ts';

/** Why this employee is not his to edit; undefined: he is. */
export function useReach(person: Accessor<Staff | undefined>): Accessor<string | undefined> {
  const t = useStrings(employeeStrings);
  const actor = useActor();
  const roles = useReference('roles');
  return createMemo(() => {
    const found = person();
    if (!found) return undefined;
    const held = roles().filter(({ id }) => found.roleIds.includes(id));
    if (held.some(({ permissions }) => beyondGrant(actor, permissions))) return t().lockedByRole;
    return isWithinOutlets(actor, found) ? undefined : t().lockedByOutlet;
  });
}
