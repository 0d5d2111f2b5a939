// What a role's members may do, with what a change would mean said before it is saved.
import { createMemo, Show, type JSX } from 'solid-js';
import { isHeldWithin, mayGrant } from '#schemas/staff/granting.ts';
import type { Permission } from '#schemas/staff/permissions.ts';
import type { Role } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useReference, useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { useReferenceRules } from '../data/reference-rules.ts';
import type { Record } from '../records/record.ts';
import { matrixStrings } from '../staff/matrix-strings.ts';
import { PermissionMatrix } from '../staff/permission-matrix.tsx';
import { valueStrings } from '../sync/value-strings.ts';
import { Banner } from '../ui/banner.tsx';
import type { Form } from '../ui/form/form.ts';
import { Stack } from '../ui/page.tsx';
import { useMembers } from './members.ts';
import { roleStrings } from './strings.ts';

interface Props {
  form: Form<Role>;
  record: Record<'roles'>;
}

export function RolePermissions(props: Props): JSX.Element {
  const t = useStrings(roleStrings);
  const matrix = useStrings(matrixStrings);
  const actor = useActor();
  const staff = useReference('staff');
  const held = () => (isHeldWithin(actor, props.record, staff()) ? undefined : matrix().heldElsewhere);
  const field = props.form.list('permissions', t().permissions);
  return (
    <Stack gap="small">
      <Consequences {...props} held={field.value} />
      <PermissionMatrix
        label={t().permissions}
        value={field.value}
        onChange={field.onChange}
        mayGrant={(permission) => mayGrant(actor, permission)}
        lockedBecause={props.record.mayEdit ? held() : matrix().viewOnly}
      />
    </Stack>
  );
}

function Consequences(props: Props & { held: readonly Permission[] }): JSX.Element {
  const t = useStrings(roleStrings);
  const codeText = useCodeText();
  const values = useStrings(valueStrings);
  const members = useMembers();
  const lockout = useLockout(props.record);
  const lost = useLost(props.record);
  const stored = () => props.record.document()?.permissions ?? [];
  const isChanged = () =>
    stored().length !== props.held.length || stored().some((one) => !props.held.includes(one));
  const reached = () => (isChanged() ? (members().get(props.record.id)?.length ?? 0) : 0);
  const lostNames = () =>
    lost(props.held)
      .map((permission) => values().permissions[permission])
      .join(t().listSeparator);
  return (
    <Show
      when={lockout(props.held)}
      fallback={
        <>
          <Show when={lostNames()}>{(names) => <Banner tone="warning">{t().losesOwn(names())}</Banner>}</Show>
          <Show when={reached()}>{(count) => <Banner tone="info">{t().reaches(count())}</Banner>}</Show>
        </>
      }
    >
      <Banner tone="danger">{codeText('last-administrator')}</Banner>
    </Show>
  );
}

/** Whether nobody could manage employees and roles any more, with these permissions. */
function useLockout(record: Record<'roles'>): (held: readonly Permission[]) => boolean {
  const rules = useReferenceRules();
  return (held) => {
    const stored = record.document();
    if (!stored) return false;
    const objections = rules.objections('roles', { ...stored, permissions: [...held] });
    return objections.some(({ code }) => code === 'last-administrator');
  };
}

/** What the person who edits it would lose himself. */
function useLost(record: Record<'roles'>): (held: readonly Permission[]) => Permission[] {
  const actor = useActor();
  const roles = useReferenceMap('roles');
  const fromOthers = createMemo(() =>
    actor.roleIds
      .filter((id) => id !== record.id)
      .flatMap((id) => roles().get(id) ?? [])
      .filter(({ disabled }) => !disabled)
      .flatMap(({ permissions }) => permissions),
  );
  return (held) => {
    const stored = record.document();
    if (!stored || stored.disabled || !actor.roleIds.includes(record.id)) return [];
    return stored.permissions.filter((one) => !held.includes(one) && !fromOthers().includes(one));
  };
}
