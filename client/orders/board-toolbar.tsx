// The filters of the board: what a dispatcher watches, each with its count, and a bar to narrow it further.
import FunnelX from 'lucide-solid/icons/funnel-x';
import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { createEffect, createSignal, For, on, onCleanup, Show, type JSX } from 'solid-js';
import { orderStatuses, type OrderStatus } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { namedOption } from '../records/options.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Popover } from '../ui/popover.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import {
  groupNames,
  groupOf,
  groups,
  isFiltered,
  noFilter,
  type BoardQuery,
  type Group,
} from './board-query.ts';
import type { GroupCounts } from './board-counts.ts';
import { GroupButtons } from './group-buttons.tsx';
import { useNames } from './names.ts';
import css from './orders.module.css';
import { orderStrings } from './strings.ts';

interface Props {
  query: BoardQuery;
  onQuery: (query: BoardQuery) => void;
  counts: GroupCounts;
  /** Those that this person sees. */
  outlets: readonly { readonly id: string; readonly name: string }[];
  searchRef: (element: HTMLInputElement) => void;
}

export function BoardToolbar(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const names = useNames();
  const change = (part: Partial<BoardQuery>): void => props.onQuery({ ...props.query, ...part });
  return (
    <>
      <Groups {...props} />
      <SearchField text={props.query.text} onText={(text) => change({ text })} fieldRef={props.searchRef} />
      <Show when={props.outlets.length > 1}>
        <Select
          class={css.outlet}
          label={t().filters.outlet}
          hideLabel
          clearable
          placeholder={t().filters.allOutlets}
          value={props.query.outletId}
          options={props.outlets.map(namedOption)}
          onChange={(outletId) => change({ outletId })}
        />
      </Show>
      <StatusFilter
        statuses={props.query.statuses}
        onStatuses={(statuses) => change({ statuses })}
        attention={props.query.attention}
        onAttention={(attention) => change({ attention })}
      />
      <Show when={props.query.vehicleId}>
        {(id) => (
          <Button icon={X} onClick={() => change({ vehicleId: null })}>
            {t().filters.forVehicle(names.vehicle(id()))}
          </Button>
        )}
      </Show>
      <Show when={isFiltered(props.query)}>
        <Button variant="ghost" icon={FunnelX} onClick={() => props.onQuery(noFilter)}>
          {t().filters.clear}
        </Button>
      </Show>
    </>
  );
}

function Groups(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const press = (name: Group | undefined): void =>
    props.onQuery({ ...props.query, ...(name ? groups[name] : noGroup) });
  return (
    <GroupButtons
      label={t().groups}
      names={groupNames}
      nameOf={(name) => t().group[name]}
      count={(name) => props.counts[name]()}
      alarm={['late', 'attention']}
      current={groupOf(props.query)}
      onPress={press}
    />
  );
}

const noGroup = { statuses: [], attention: false, today: false, late: false };
const debounceMs = 200;

function SearchField(props: {
  text: string;
  onText: (text: string) => void;
  fieldRef: (element: HTMLInputElement) => void;
}): JSX.Element {
  const t = useStrings(orderStrings);
  // What is typed goes to the address a little later, and what changes there comes back.
  const [typed, setTyped] = createSignal('');
  createEffect(
    on(
      () => props.text,
      (text) => text !== typed().trim() && setTyped(text),
    ),
  );
  let timer = 0;
  onCleanup(() => clearTimeout(timer));
  const input = (text: string): void => {
    setTyped(text);
    clearTimeout(timer);
    timer = window.setTimeout(() => props.onText(text), debounceMs);
  };
  const clear = (): void => {
    clearTimeout(timer);
    setTyped('');
    props.onText('');
  };
  return (
    <TextField
      class={css.search}
      type="search"
      label={t().filters.search}
      hideLabel
      placeholder={t().filters.searchHint}
      before={<Search size={14} />}
      after={
        <Show when={typed()}>
          <IconButton icon={X} size="small" label={t().filters.clearSearch} onClick={clear} />
        </Show>
      }
      value={typed()}
      onInput={input}
      ref={(element) => props.fieldRef(element)}
    />
  );
}

function StatusFilter(props: {
  statuses: readonly OrderStatus[];
  onStatuses: (statuses: readonly OrderStatus[]) => void;
  attention: boolean;
  onAttention: (attention: boolean) => void;
}): JSX.Element {
  const t = useStrings(orderStrings);
  const label = () => {
    const [first, ...others] = props.statuses;
    if (first === undefined) return t().filters.allStatuses;
    return others.length === 0 ? t().status[first] : t().filters.someStatuses(props.statuses.length);
  };
  const toggle = (status: OrderStatus, ticked: boolean): void =>
    props.onStatuses(
      orderStatuses.filter((each) => (each === status ? ticked : props.statuses.includes(each))),
    );
  return (
    <Popover label={label()} title={t().filters.status}>
      <div class={css.statuses}>
        <For each={orderStatuses}>
          {(status) => (
            <Checkbox
              label={t().status[status]}
              checked={props.statuses.includes(status)}
              onChange={(ticked) => toggle(status, ticked)}
            />
          )}
        </For>
      </div>
      <div class={css.toggle}>
        <Checkbox
          label={t().filters.attention}
          checked={props.attention}
          onChange={(attention) => props.onAttention(attention)}
        />
      </div>
    </Popover>
  );
}
