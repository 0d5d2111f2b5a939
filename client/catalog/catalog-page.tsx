// 基礎數據: the lists that everything else chooses from, one type at a time.
import { useNavigate, useSearchParams } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, Show, type JSX } from 'solid-js';
import { catalogTypes, type CatalogItem, type CatalogType } from '#schemas/catalog/catalog.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordBatch } from '../records/batch-actions.tsx';
import { BatchRunDialog, createBatchRun } from '../ui/batch-run.tsx';
import { LinkButton } from '../ui/button.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { Select } from '../ui/select.tsx';
import { textMatcher } from '../ui/text-match.ts';
import { CatalogCard, useCatalogColumns } from './columns.tsx';
import { catalogStrings } from './strings.ts';

export const typeIn = (given: string | undefined): CatalogType =>
  catalogTypes.find((type) => type === given) ?? 'service';

/** Each type is a list of its own, with its own choice of columns and its own ticked rows. */
export default function CatalogPage(): JSX.Element {
  const [params, setParams] = useSearchParams<{ type?: string }>();
  return (
    <Show when={typeIn(params.type)} keyed>
      {(type) => <ListOf type={type} onType={(next) => setParams({ type: next })} />}
    </Show>
  );
}

function ListOf(props: { type: CatalogType; onType: (type: CatalogType | null) => void }): JSX.Element {
  const t = useStrings(catalogStrings);
  const navigate = useNavigate();
  const query = useListQuery({ disabled: filter.flag() });
  const { items, rows } = useRows(() => props.type, query);
  const columns = useCatalogColumns(() => props.type);
  const sync = useSync();
  const run = createBatchRun();
  const waits = () => items().length === 0 && !sync.initialSyncDone() && sync.online();
  return (
    <>
      <ListPage
        title={t().title}
        description={t().descriptions[props.type]}
        storageKey={`catalog-${props.type}`}
        query={query}
        columns={columns()}
        rows={rows()}
        total={items().length}
        rowKey={({ id }: CatalogItem) => id}
        card={(item) => <CatalogCard item={item} columns={columns()} />}
        rowTone={({ disabled }) => (disabled ? 'muted' : undefined)}
        search={t().search}
        filters={[{ key: 'disabled', label: t().withDisabled }]}
        actions={
          <>
            <Select
              label={t().type}
              hideLabel
              options={catalogTypes.map((one) => ({ value: one, label: t().types[one] }))}
              value={props.type}
              onChange={(next) => props.onType(next)}
            />
            <Create type={props.type} />
          </>
        }
        state={waits() ? 'loading' : 'ready'}
        empty={{
          title: t().emptyTitle,
          hint: t().descriptions[props.type],
          action: <Create type={props.type} />,
        }}
        batch={(selection) => <RecordBatch collection="catalog" selection={selection} run={run} />}
        onOpen={({ id }) => navigate(`/catalog/${id}?type=${props.type}`)}
      />
      <BatchRunDialog run={run} />
    </>
  );
}

function Create(props: { type: CatalogType }): JSX.Element {
  const t = useStrings(catalogStrings);
  const actor = useActor();
  return (
    <Show when={mayEdit(actor, 'catalog')}>
      <LinkButton href={`/catalog/new?type=${props.type}`} variant="primary" icon={Plus}>
        {t().create}
      </LinkButton>
    </Show>
  );
}

function useRows(type: () => CatalogType, query: ReturnType<typeof useListQuery>) {
  const catalog = useReference('catalog');
  const items = createMemo(() => catalog().filter((item) => item.type === type()));
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return items().filter(
      ({ disabled, name, code, translations, models = [], body }) =>
        (query.values['disabled'] === true || !disabled) &&
        matches(name, code, ...Object.values(translations ?? {}), ...models.map((model) => model.name), body),
    );
  });
  return { items, rows };
}
