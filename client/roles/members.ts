// Who has which role.
import { createMemo, type Accessor } from 'solid-js';
import { mayWork } from '#schemas/staff/administrators.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { useReference } from '../data/reference.ts';

/** By role, those who may work, in the order of their names. */
export function useMembers(): Accessor<ReadonlyMap<string, readonly Staff[]>> {
  const staff = useReference('staff');
  return createMemo(() => {
    const members = new Map<string, Staff[]>();
    for (const person of staff().filter(mayWork))
      for (const id of person.roleIds) members.set(id, [...(members.get(id) ?? []), person]);
    return members;
  });
}
