// One entry of the catalog, with what its type needs.
import { useSearchParams } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { CatalogItem, type CatalogType } from '#schemas/catalog/catalog.ts';
import { useReference } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { useCopy } from '../records/copy.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordGate } from '../records/record-gate.tsx';
import { RecordPage } from '../records/record-page.tsx';
import type { Record } from '../records/record.ts';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { typeIn } from './catalog-page.tsx';
import { catalogStrings } from './strings.ts';
import { useTypeSection, type ItemForm } from './type-fields.tsx';

export default function CatalogItemPage(): JSX.Element {
  const [params] = useSearchParams<{ type?: string }>();
  const listOf = (type: CatalogType) => `/catalog?type=${type}`;
  return (
    <RecordGate collection="catalog" list={listOf(typeIn(params.type))}>
      {(record) => (
        <Show when={typeIn(record.document()?.type ?? record.original()?.type ?? params.type)} keyed>
          {(type) => <OneItem record={record} type={type} list={listOf(type)} />}
        </Show>
      )}
    </RecordGate>
  );
}

function OneItem(props: { record: Record<'catalog'>; type: CatalogType; list: string }): JSX.Element {
  const t = useStrings(catalogStrings);
  const { record, type } = props;
  const sort = useNextSort(type);
  const copy = useCopy(record, ({ name: _, code: _code, sort: _sort, translations: _t, ...rest }) => rest);
  const form: ItemForm = useRecordForm({
    record,
    list: '/catalog',
    schema: CatalogItem,
    initial: () =>
      record.document() ?? {
        ...{ id: record.id, disabled: false, type, code: '', sort: sort() },
        ...blankOf(type),
        ...copy(),
      },
  });
  const title = () => {
    const item = record.document();
    return item && itemName(item, locale());
  };
  const own = useTypeSection(type, form, record.mayEdit);
  return (
    <RecordPage
      record={record}
      form={form}
      list={{ href: props.list, label: t().types[type] }}
      newTitle={t().newOf(t().types[type])}
      title={title()}
      copyHref={`/catalog/new?type=${type}&from=${record.id}`}
      sections={[
        {
          id: 'basics',
          label: t().basics,
          content: () => <ItemBasics form={form} isNew={record.isNew} />,
        },
        ...own(),
      ]}
    />
  );
}

function ItemBasics(props: { form: ItemForm; isNew: boolean }): JSX.Element {
  const t = useStrings(catalogStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <TextField {...form.text('name', t().name)} autofocus={props.isNew} />
      <TextField {...form.text('translations.zh-TW', t().nameTaiwan)} />
      <TextField {...form.text('translations.en', t().nameEnglish)} />
      <TextField {...form.text('code', t().code)} />
      <NumberField {...form.value('sort', t().sort)} integer min={0} />
    </FormGrid>
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
