// One outlet: what it is called, where it is, how it is reached, and from where its call system may speak.
import { useParams } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { Outlet } from '#schemas/outlets/outlet.ts';
import { EditForm } from '../app/edit-form.tsx';
import { useReference } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordPage } from '../records/record-page.tsx';
import { useRecordForm } from '../records/record-form.ts';
import { useRecord, type Record } from '../records/record.ts';
import { Card } from '../ui/card.tsx';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { MapPicker } from '../ui/map/map-picker.tsx';
import { FormGrid, Stack, Wide } from '../ui/page.tsx';
import { PhoneField } from '../ui/plate-field.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { TextListField } from '../ui/text-list-field.tsx';
import { outletStrings } from './strings.ts';

const list = '/outlets';

export default function OutletPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <OneOutlet id={id} />}
    </Show>
  );
}

function OneOutlet(props: { id: string }): JSX.Element {
  const t = useStrings(outletStrings);
  const record = useRecord('outlets', props.id);
  return (
    <RecordPage record={record} list={list} listTitle={t().title} newTitle={t().create}>
      <OutletForm record={record} />
    </RecordPage>
  );
}

function OutletForm(props: { record: Record<'outlets'> }): JSX.Element {
  const t = useStrings(outletStrings);
  const { record } = props;
  const form = useRecordForm({
    record,
    list,
    schema: Outlet,
    initial: () => record.document() ?? { id: record.id, disabled: false, callSystemAddresses: [] },
  });
  const others = useOtherOutlets(record.id);
  const point = () => {
    const { lng, lat } = form.values;
    return lng === undefined || lat === undefined ? null : { lng, lat };
  };
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
          <FormGrid>
            <TextField {...form.text('name', t().name)} autofocus={record.isNew} />
            <PhoneField {...form.text('phone', t().phone)} />
            <TextField {...form.text('contact', t().contact)} />
            <Wide>
              <TextField {...form.text('address', t().address)} />
            </Wide>
            <Wide>
              <TextArea {...form.text('note', t().note)} rows={2} />
            </Wide>
          </FormGrid>
        </Card>
        <Card title={t().position}>
          <MapPicker
            label={t().position}
            value={point()}
            onChange={(next) => {
              form.set('lng', next?.lng);
              form.set('lat', next?.lat);
            }}
            around={others()}
            points={others()}
            required
            error={form.error('lng') ?? form.error('lat')}
          />
        </Card>
        <Card title={t().callSystem}>
          <TextListField
            {...form.list('callSystemAddresses', t().addresses)}
            description={t().callSystemHint}
            placeholder="192.168.1.20"
          />
        </Card>
      </Stack>
    </EditForm>
  );
}

function useOtherOutlets(id: string) {
  const outlets = useReference('outlets');
  return createMemo(() =>
    outlets()
      .filter((outlet) => outlet.id !== id && !outlet.disabled)
      .map(({ id: own, name, lng, lat }) => ({ id: own, label: name, lng, lat })),
  );
}
