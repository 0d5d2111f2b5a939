// The words of the pages of roles.
import type { RoleStrings } from './strings.ts';

export default {
  title: 'Roles',
  create: 'New role',
  search: 'Name, note',
  withDisabled: 'With disabled',
  emptyTitle: 'No roles yet',
  emptyHint:
    'A role says which menus employees see and what they may do. Make one, then give it to employees.',
  basics: 'Basics',
  name: 'Name',
  note: 'Note',
  copyOf: 'Start from',
  copyOfHint: 'Takes over the permissions of that role, for you to change.',
  copyOfNone: 'Nothing granted',
  copyName: (name: string) => `${name} (copy)`,
  leftOut: (names: string) => `Not taken over, because you do not have them yourself: ${names}`,
  copy: 'Copy to a new role',
  permissions: 'Permissions',
  permissionsHint:
    'Members see only the menus that are granted; data that is not granted never reaches their devices.',
  reaches: (count: number) =>
    count === 1
      ? 'Saving changes this for 1 member, within a minute.'
      : `Saving changes this for ${count} members, within a minute.`,
  losesOwn: (names: string) => `You are a member yourself: by saving you lose ${names}`,
  granted: 'Menus granted',
  grantedCount: 'Permissions',
  noPermissions: 'None',
  members: 'Members',
  memberCount: (count: number) => (count === 1 ? '1 member' : `${count} members`),
  membersHint: 'Roles are given on the pages of employees.',
  noMembers: 'No employee has this role yet.',
  addMember: 'New employee',
  allMembers: (count: number) => `See all ${count} among the employees`,
  allOutlets: 'All outlets',
  listSeparator: ', ',
} satisfies RoleStrings;
