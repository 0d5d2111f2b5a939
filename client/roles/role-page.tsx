// One role: what it is called, what its members may do, and who they are.
import type { JSX } from 'solid-js';
import { Role } from '#schemas/staff/staff.ts';
import { useStrings } from '../i18n/strings.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordGate } from '../records/record-gate.tsx';
import { RecordPage } from '../records/record-page.tsx';
import type { Record } from '../records/record.ts';
import type { Form } from '../ui/form/form.ts';
import type { RecordSection } from '../ui/record-page.tsx';
import { useCopying } from './copying.ts';
import { RoleBasics } from './role-basics.tsx';
import { AddMember, RoleMembers } from './role-members.tsx';
import { RolePermissions } from './role-permissions.tsx';
import { roleStrings } from './strings.ts';

const list = '/roles';

export default function RolePage(): JSX.Element {
  return (
    <RecordGate collection="roles" list={list}>
      {(record) => <OneRole record={record} />}
    </RecordGate>
  );
}

function OneRole(props: { record: Record<'roles'> }): JSX.Element {
  const t = useStrings(roleStrings);
  const { record } = props;
  const copyOf = useCopying();
  const blank = () => {
    const copied = copyOf(record.original()?.id);
    const name = copied ? t().copyName(copied.name) : '';
    return { id: record.id, disabled: false, name, permissions: [...(copied?.permissions ?? [])] };
  };
  const form = useRecordForm({
    record,
    list,
    schema: Role,
    initial: () => record.document() ?? blank(),
  });
  const sections = useSections(record, form);
  return (
    <RecordPage
      record={record}
      form={form}
      list={{ href: list, label: t().title }}
      newTitle={t().create}
      copyHref={`${list}/new?from=${record.id}`}
      sections={sections()}
    />
  );
}

function useSections(record: Record<'roles'>, form: Form<Role>): () => RecordSection[] {
  const t = useStrings(roleStrings);
  const members = (): RecordSection => ({
    id: 'members',
    label: t().members,
    content: () => <RoleMembers id={record.id} />,
    actions: () => <AddMember id={record.id} />,
  });
  return () => [
    {
      id: 'basics',
      label: t().basics,
      content: () => <RoleBasics form={form} isNew={record.isNew} from={record.original()?.id} />,
    },
    {
      id: 'permissions',
      label: t().permissions,
      content: () => <RolePermissions form={form} record={record} />,
    },
    ...(record.isNew ? [] : [members()]),
  ];
}
