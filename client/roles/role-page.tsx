// One role: what it is called, what its members may do, and who they are.
import { useParams, useSearchParams } from '@solidjs/router';
import Copy from 'lucide-solid/icons/copy';
import { Show, type JSX } from 'solid-js';
import { Role } from '#schemas/staff/staff.ts';
import { EditForm } from '../app/edit-form.tsx';
import { useStrings } from '../i18n/strings.ts';
import { RecordPage } from '../records/record-page.tsx';
import { useRecordForm } from '../records/record-form.ts';
import { useRecord, type Record } from '../records/record.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { Stack } from '../ui/page.tsx';
import { useCopying } from './copying.ts';
import { RoleBasics } from './role-basics.tsx';
import { RoleMembers } from './role-members.tsx';
import { RolePermissions } from './role-permissions.tsx';
import { roleStrings } from './strings.ts';

const list = '/roles';

export default function RolePage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const [search] = useSearchParams<{ from?: string }>();
  return (
    <Show when={`${params.id} ${search.from ?? ''}`} keyed>
      <OneRole id={params.id} from={search.from} />
    </Show>
  );
}

function OneRole(props: { id: string; from: string | undefined }): JSX.Element {
  const t = useStrings(roleStrings);
  const record = useRecord('roles', props.id);
  return (
    <RecordPage
      record={record}
      list={list}
      listTitle={t().title}
      newTitle={t().create}
      actions={
        <Show when={record.mayEdit && !record.isNew}>
          <LinkButton href={`${list}/new?from=${record.id}`} icon={Copy}>
            {t().copy}
          </LinkButton>
        </Show>
      }
    >
      <RoleForm record={record} from={props.from} />
    </RecordPage>
  );
}

function RoleForm(props: { record: Record<'roles'>; from: string | undefined }): JSX.Element {
  const t = useStrings(roleStrings);
  const { record } = props;
  const copyOf = useCopying();
  const blank = () => {
    const copied = copyOf(props.from);
    const name = copied ? t().copyName(copied.name) : '';
    return { id: record.id, disabled: false, name, permissions: [...(copied?.permissions ?? [])] };
  };
  const form = useRecordForm({
    record,
    list,
    schema: Role,
    initial: () => record.document() ?? blank(),
  });
  return (
    <EditForm
      form={form}
      footer={
        <Show when={record.mayEdit}>
          <SaveBar form={form} />
        </Show>
      }
    >
      <Stack>
        <Card title={t().basics}>
          <RoleBasics form={form} isNew={record.isNew} from={props.from} />
        </Card>
        <Card title={t().permissions}>
          <RolePermissions form={form} record={record} />
        </Card>
        <Show when={!record.isNew}>
          <Card title={t().members}>
            <RoleMembers id={record.id} />
          </Card>
        </Show>
      </Stack>
    </EditForm>
  );
}
