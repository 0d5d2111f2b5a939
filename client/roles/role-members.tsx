// Who has a role: the first of them, and the way to all.
import { A } from '@solidjs/router';
import UserPlus from 'lucide-solid/icons/user-plus';
import { For, Show, type JSX } from 'solid-js';
import { mayEdit } from '#schemas/staff/editing.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { valueStrings } from '../sync/value-strings.ts';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Stack } from '../ui/page.tsx';
import { useMembers } from './members.ts';
import css from './roles.module.css';
import { roleStrings } from './strings.ts';

const shown = 30;

export function RoleMembers(props: { id: string }): JSX.Element {
  const t = useStrings(roleStrings);
  const members = useMembers();
  const own = () => members().get(props.id) ?? [];
  return (
    <Stack gap="small">
      <Show when={own().length > 0} fallback={<p class={css.quiet}>{t().noMembers}</p>}>
        <ul class={css.members}>
          <For each={own().slice(0, shown)}>{(person) => <Member person={person} />}</For>
        </ul>
      </Show>
      <Show when={own().length > shown}>
        <A href={`/staff?role=${props.id}`}>{t().allMembers(own().length)}</A>
      </Show>
    </Stack>
  );
}

export function AddMember(props: { id: string }): JSX.Element {
  const t = useStrings(roleStrings);
  const actor = useActor();
  return (
    <Show when={mayEdit(actor, 'staff')}>
      <LinkButton size="small" icon={UserPlus} href={`/staff/new?role=${props.id}`}>
        {t().addMember}
      </LinkButton>
    </Show>
  );
}

function Member(props: { person: Staff }): JSX.Element {
  const t = useStrings(roleStrings);
  const values = useStrings(valueStrings);
  const names = useNames();
  const format = useFormat();
  const outlets = () => props.person.outletIds.map(names.outlet).join(t().listSeparator) || t().allOutlets;
  return (
    <li class={css.member}>
      <A href={`/staff/${props.person.id}`} class={css.name}>
        {props.person.name}
      </A>
      <span class={css.quiet}>{outlets()}</span>
      <span class={css.quiet}>{props.person.phone ? format.phone(props.person.phone) : ''}</span>
      <Show when={props.person.employment === 'on-leave'}>
        <Badge tone="neutral">{values().employment['on-leave']}</Badge>
      </Show>
    </li>
  );
}
