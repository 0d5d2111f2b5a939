// The columns of the list of roles.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import { grantableIn, permissionSections, type PermissionGroupId } from '#schemas/staff/permission-groups.ts';
import { grantable, type Permission } from '#schemas/staff/permissions.ts';
import type { Role } from '#schemas/staff/staff.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordState, useStateColumn } from '../records/state-column.tsx';
import { matrixStrings } from '../staff/matrix-strings.ts';
import type { Column } from '../ui/data-table.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { useMembers } from './members.ts';
import { roleStrings } from './strings.ts';

export function useRoleColumns(): Accessor<readonly Column<Role>[]> {
  const t = useStrings(roleStrings);
  const state = useStateColumn<Role>();
  const members = useMembers();
  const granted = useGranted();
  return createMemo((): readonly Column<Role>[] => [
    { id: 'name', header: t().name, value: ({ name }) => name, sort: true, width: 160 },
    {
      id: 'members',
      header: t().members,
      value: ({ id }) => members().get(id)?.length ?? 0,
      sort: true,
      width: 80,
      align: 'end',
    },
    {
      id: 'count',
      header: t().grantedCount,
      value: (role) => `${grantedBy(role).length} / ${grantable.length}`,
      sort: (role) => grantedBy(role).length,
      width: 100,
      align: 'end',
    },
    { id: 'granted', header: t().granted, value: granted, width: 280, grow: true },
    { id: 'note', header: t().note, value: ({ note }) => note, width: 180 },
    state(),
  ]);
}

/** At phone width. */
export function RoleCard(props: { role: Role }): JSX.Element {
  const t = useStrings(roleStrings);
  const granted = useGranted();
  const members = useMembers();
  return (
    <RowCard
      title={props.role.name}
      marks={<RecordState document={props.role} />}
      lines={[
        [t().memberCount(members().get(props.role.id)?.length ?? 0), props.role.note],
        [granted(props.role)],
      ]}
    />
  );
}

function useGranted(): (role: Role) => string {
  const t = useStrings(roleStrings);
  const menus = useStrings(matrixStrings);
  return ({ permissions: held }) =>
    groupsWith(held)
      .map((id) => menus().group[id])
      .join(t().listSeparator) || t().noPermissions;
}

const grantedBy = ({ permissions: held }: Role) => held.filter((one) => grantable.includes(one));

/** The entries of the menu of which a role may do anything. */
function groupsWith(held: readonly Permission[]): PermissionGroupId[] {
  return permissionSections
    .flatMap(({ groups }) => [...groups])
    .filter((group) => grantableIn(group).some((permission) => held.includes(permission)))
    .map(({ id }) => id);
}
