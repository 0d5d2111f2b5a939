// Search and filters over a list, with the count of what they leave. On a phone the filters fold into a drawer.
import FunnelX from 'lucide-solid/icons/funnel-x';
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from './button.tsx';
import { Drawer } from './drawer.tsx';
import { FilterControl, type FilterOption } from './filter-controls.tsx';
import css from './filter.module.css';
import { formatCount } from './format.ts';
import type { Filters, FilterValues } from './list-filter.ts';
import type { ListQuery } from './list-query.ts';
import { listStrings } from './list-strings.ts';
import { createMedia, phoneQuery } from './media.ts';
import { SearchField } from './search-field.tsx';

/** How one filter of the query is asked for; its kind decides the control. */
export interface FilterField<F extends Filters> {
  readonly key: keyof F & string;
  readonly label: string;
  /** For `one` and `several`. */
  readonly options?: readonly FilterOption[] | undefined;
}

export interface FilterBarProps<F extends Filters> {
  query: ListQuery<F>;
  filters?: readonly FilterField<F>[] | undefined;
  /** What can be searched for; without it there is no search. */
  search?: string | undefined;
  /** How many rows are left; with `total`, of how many. */
  count?: number | undefined;
  total?: number | undefined;
  /** In words instead. */
  counted?: string | undefined;
  /** At the end of the bar. */
  children?: JSX.Element;
}

export function FilterBar<F extends Filters>(props: FilterBarProps<F>): JSX.Element {
  const t = useStrings(listStrings);
  const phone = createMedia(phoneQuery);
  return (
    <div class={css.bar} role="search">
      <Show when={props.search}>
        <SearchField
          class={css.search}
          placeholder={props.search}
          text={props.query.text()}
          onText={(text) => props.query.setText(text)}
        />
      </Show>
      <Show when={phone()} fallback={<Controls {...props} stacked={false} />}>
        <Show when={props.filters?.length}>
          <FilterDrawer {...props} />
        </Show>
      </Show>
      <Show when={props.query.isFiltered() && !phone()}>
        <Button variant="ghost" icon={FunnelX} onClick={() => props.query.clear()}>
          {t().clearFilters}
        </Button>
      </Show>
      <div class={css.end}>
        <Count count={props.count} total={props.total} counted={props.counted} />
        {props.children}
      </div>
    </div>
  );
}

function Controls<F extends Filters>(props: FilterBarProps<F> & { stacked: boolean }): JSX.Element {
  return (
    <For each={props.filters}>
      {({ key, label, options }) => (
        <FilterControl
          kind={props.query.kinds[key]?.control ?? 'text'}
          label={label}
          options={options ?? []}
          stacked={props.stacked}
          value={props.query.values[key]}
          onChange={(value) => props.query.set({ [key]: value } as Partial<FilterValues<F>>)}
        />
      )}
    </For>
  );
}

function FilterDrawer<F extends Filters>(props: FilterBarProps<F>): JSX.Element {
  const t = useStrings(listStrings);
  const [open, setOpen] = createSignal(false);
  const active = () => props.query.activeFilters();
  return (
    <>
      <Button icon={SlidersHorizontal} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {active() > 0 ? t().filtersOn(active()) : t().filters}
      </Button>
      <Drawer
        open={open()}
        onClose={() => setOpen(false)}
        title={t().filters}
        footer={
          <>
            <Button icon={FunnelX} onClick={() => props.query.clear()}>
              {t().clearFilters}
            </Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              {t().showResults(formatCount(props.count ?? 0))}
            </Button>
          </>
        }
      >
        <div class={css.sheet}>
          <Controls {...props} stacked />
        </div>
      </Drawer>
    </>
  );
}

function Count(props: Pick<FilterBarProps<Filters>, 'count' | 'total' | 'counted'>): JSX.Element {
  const t = useStrings(listStrings);
  const text = () => {
    if (props.counted !== undefined) return props.counted;
    if (props.count === undefined) return '';
    const count = formatCount(props.count);
    const isPart = props.total !== undefined && props.total !== props.count;
    return isPart ? t().resultsOf(count, formatCount(props.total ?? 0)) : t().results(count);
  };
  return (
    <span class={css.count} role="status">
      {text()}
    </span>
  );
}
