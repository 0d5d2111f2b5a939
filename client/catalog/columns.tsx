// The columns of a list of the catalog: what all types share, and what the type has of its own.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import type { CatalogItem, CatalogType } from '#schemas/catalog/catalog.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName, useNames } from '../orders/names.ts';
import { RecordState, useStateColumn } from '../records/state-column.tsx';
import type { Column } from '../ui/data-table.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { cellText, money } from '../ui/spreadsheet/cell.ts';
import { catalogStrings } from './strings.ts';

/** What all types have. */
const shared: readonly string[] = ['name', 'code', 'sort', 'state', 'zhTW', 'en'];

type Columns = readonly Column<CatalogItem>[];

export function useCatalogColumns(type: Accessor<CatalogType>): Accessor<Columns> {
  const t = useStrings(catalogStrings);
  const state = useStateColumn<CatalogItem>();
  const own = useOwnColumns();
  return createMemo((): Columns => [
    {
      id: 'name',
      header: t().name,
      value: (item) => itemName(item, locale()),
      sort: true,
      width: 200,
      grow: true,
    },
    { id: 'code', header: t().code, value: ({ code }) => code, sort: true, width: 180 },
    ...own(type()),
    { id: 'sort', header: t().sort, value: ({ sort }) => sort, sort: true, width: 80, align: 'end' },
    state(),
    {
      id: 'zhTW',
      header: t().nameTaiwan,
      value: ({ translations }) => translations?.['zh-TW'],
      hidden: true,
    },
    { id: 'en', header: t().nameEnglish, value: ({ translations }) => translations?.en, hidden: true },
  ]);
}

function useOwnColumns(): (type: CatalogType) => Columns {
  const t = useStrings(catalogStrings);
  const names = useNames();
  const list = (ids: readonly string[] = []) => ids.map(names.catalog).join(t().listSeparator);
  const yes = (value: boolean | undefined) => (value ? t().yes : '');
  const columns = (): Partial<Record<CatalogType, Columns>> => ({
    service: [
      {
        id: 'destination',
        header: t().needsDestination,
        value: ({ needsDestination }) => yes(needsDestination),
        width: 100,
      },
      {
        id: 'vehicleTypes',
        header: t().vehicleTypes,
        value: ({ vehicleTypeIds }) => list(vehicleTypeIds),
        width: 220,
        grow: true,
      },
      {
        id: 'equipment',
        header: t().equipment,
        value: ({ equipmentIds }) => list(equipmentIds),
        width: 140,
      },
    ],
    'price-item': [
      {
        id: 'price',
        header: t().price,
        value: ({ unitFen }) => (unitFen ? money(unitFen) : t().asPaid),
        sort: ({ unitFen }) => unitFen,
        width: 120,
        align: 'end',
      },
      { id: 'unit', header: t().unit, value: ({ unit }) => (unit ? t().units[unit] : ''), width: 90 },
      {
        id: 'includedKm',
        header: t().includedKm,
        value: ({ includedKm }) => includedKm,
        width: 90,
        align: 'end',
      },
    ],
    reason: [
      {
        id: 'for',
        header: t().reasonFor,
        value: ({ reasonFor = [] }) => reasonFor.map((use) => t().uses[use]).join(t().listSeparator),
        width: 180,
      },
    ],
    'car-make': [
      {
        id: 'models',
        header: t().models,
        value: ({ models = [] }) => models.map(({ name }) => name).join(t().listSeparator),
        width: 300,
        grow: true,
      },
    ],
    'sms-template': [
      { id: 'body', header: t().body, value: ({ body }) => body, width: 320, grow: true },
      { id: 'provider', header: t().providerCode, value: ({ providerCode }) => providerCode, width: 150 },
    ],
  });
  return (type) => columns()[type] ?? [];
}

/** At phone width: what its type has of its own, and the code. */
export function CatalogCard(props: { item: CatalogItem; columns: Columns }): JSX.Element {
  const { zone } = useFormat();
  const facts = () =>
    props.columns
      .filter(({ id }) => !shared.includes(id))
      .map(({ header, value }) => [header, cellText(value?.(props.item), zone())] as const)
      .filter(([, text]) => text !== '')
      .map((fact) => fact.join(' '));
  return (
    <RowCard
      title={itemName(props.item, locale())}
      marks={<RecordState document={props.item} />}
      lines={[facts(), [props.item.code]]}
    />
  );
}
