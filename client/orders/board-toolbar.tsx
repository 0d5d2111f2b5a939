// The filters of the board: what a dispatcher watches, each with its count, and a bar to narrow it further.
import X from 'lucide-solid/icons/x';
import { Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { createMedia, phoneQuery } from '../ui/media.ts';
import { useBoardFields, useBoardList } from './board-filters.ts';
import { groupNames, groupOf, groups, type BoardQuery, type Group } from './board-query.ts';
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
  /** How many orders are left. */
  count: number;
  /** Beside the groups; on a phone at the end of the bar. */
  children: JSX.Element;
}

export function BoardToolbar(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const names = useNames();
  const phone = createMedia(phoneQuery);
  const list = useBoardList(
    () => props.query,
    (query) => props.onQuery(query),
  );
  const fields = useBoardFields(() => props.outlets);
  return (
    <>
      <Groups {...props} />
      <Show when={!phone()}>{props.children}</Show>
      <div class={css.filters}>
        <FilterBar
          query={list}
          filters={fields()}
          search={t().filters.searchHint}
          count={props.count}
          counted=""
        >
          <Show when={props.query.vehicleId}>
            {(id) => (
              <Button icon={X} onClick={() => props.onQuery({ ...props.query, vehicleId: null })}>
                {t().filters.forVehicle(names.vehicle(id()))}
              </Button>
            )}
          </Show>
          <Show when={phone()}>{props.children}</Show>
        </FilterBar>
      </div>
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
