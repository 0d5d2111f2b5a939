// One entry of the catalog, with what its type needs.
import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { CatalogItem, type CatalogType } from '#schemas/catalog/catalog.ts';
import { EditForm } from '../app/edit-form.tsx';
import { useReference } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordPage } from '../records/record-page.tsx';
import { useRecord, type Record } from '../records/record.ts';
import { Card } from '../ui/card.tsx';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Stack } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { typeIn } from './catalog-page.tsx';
import { TypeFields, type ItemForm } from './type-fields.tsx';
import { catalogStrings } from './strings.ts';

export default function CatalogItemPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <OneItem id={id} />}
    </Show>
  );
}

function OneItem(props: { id: string }): JSX.Element {
  const t = useStrings(catalogStrings);
  const [params] = useSearchParams<{ type?: string }>();
  const record = useRecord('catalog', props.id);
  const type = () => record.document()?.type ?? typeIn(params.type);
  const list = () => `/catalog?type=${type()}`;
  return (
    <RecordPage
      record={record}
      list={list()}
      listTitle={t().types[type()]}
      newTitle={t().newOf(t().types[type()])}
    >
      <OneForm record={record} type={type()} />
    </RecordPage>
  );
}

function OneForm(props: { record: Record<'catalog'>; type: CatalogType }): JSX.Element {
  const t = useStrings(catalogStrings);
  const { record, type } = props;
  const sort = useNextSort(type);
  const form: ItemForm = useRecordForm({
    record,
    list: '/catalog',
    schema: CatalogItem,
    initial: () =>
      record.document() ?? { id: record.id, disabled: false, type, code: '', sort: sort(), ...blankOf(type) },
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
          <FormGrid columns={3}>
            <TextField {...form.text('name', t().name)} autofocus={record.isNew} />
            <TextField {...form.text('translations.zh-TW', t().nameTaiwan)} />
            <TextField {...form.text('translations.en', t().nameEnglish)} />
            <TextField {...form.text('code', t().code)} />
            <NumberField {...form.value('sort', t().sort)} integer min={0} />
          </FormGrid>
        </Card>
        <TypeFields form={form} type={type} />
      </Stack>
    </EditForm>
  );
}

/** Behind the last one of its type. */
function useNextSort(type: CatalogType): () => number {
  const catalog = useReference('catalog');
  return createMemo(
    () =>
      Math.max(
        0,
        ...catalog()
          .filter((item) => item.type === type)
          .map(({ sort }) => sort),
      ) + 10,
  );
}

function blankOf(type: CatalogType) {
  if (type === 'price-item') return { unit: 'once' as const, unitFen: 0 };
  if (type === 'reason') return { reasonFor: ['void' as const] };
  return type === 'service' ? { needsDestination: false } : {};
}
