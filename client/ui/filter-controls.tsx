// One control for each kind of filter. In the bar the label is what an unset control shows; in the drawer of a
// phone it stands above.
import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Checkbox } from './checkbox.tsx';
import { Combobox } from './combobox.tsx';
import { matchOptions } from './combobox-match.ts';
import css from './filter.module.css';
import { FilterPopover } from './filter-popover.tsx';
import type { FilterKind } from './list-filter.ts';
import { listStrings } from './list-strings.ts';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';
import { TimeRangeField } from './time-range-field.tsx';
import type { TimeRange } from './time-range.ts';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Found by it, but not shown. */
  readonly keywords?: string | undefined;
}

export interface FilterControlProps {
  kind: FilterKind<unknown>['control'];
  label: string;
  options: readonly FilterOption[];
  value: unknown;
  onChange: (value: unknown) => void;
  stacked: boolean;
}

/** More than these are searched by typing. */
const few = 12;

export function FilterControl(props: FilterControlProps): JSX.Element {
  return (
    <Switch>
      <Match when={props.kind === 'one'}>
        <OneFilter {...props} />
      </Match>
      <Match when={props.kind === 'several'}>
        <SeveralFilter {...props} />
      </Match>
      <Match when={props.kind === 'flag'}>
        <div class={css.flag}>
          <Checkbox
            label={props.label}
            checked={props.value === true}
            onChange={(checked) => props.onChange(checked)}
          />
        </div>
      </Match>
      <Match when={props.kind === 'range'}>
        <TimeRangeField
          label={props.label}
          stacked={props.stacked}
          value={props.value as TimeRange}
          onChange={(range) => props.onChange(range)}
        />
      </Match>
      <Match when={props.kind === 'text'}>
        <TextField
          class={css.select}
          label={props.label}
          hideLabel={!props.stacked}
          placeholder={props.stacked ? undefined : props.label}
          value={props.value as string}
          onInput={(text) => props.onChange(text)}
        />
      </Match>
    </Switch>
  );
}

function OneFilter(props: FilterControlProps): JSX.Element {
  const t = useStrings(listStrings);
  const field = () => ({
    class: css.select,
    label: props.label,
    hideLabel: !props.stacked,
    placeholder: props.stacked ? t().any : props.label,
    clearable: true,
    value: (props.value as string | undefined) ?? null,
  });
  const change = (value: string | null): void => props.onChange(value ?? undefined);
  return (
    <Show
      when={props.options.length > few}
      fallback={<Select {...field()} options={props.options} onChange={change} />}
    >
      <Combobox {...field()} options={props.options} onChange={change} />
    </Show>
  );
}

function SeveralFilter(props: FilterControlProps): JSX.Element {
  const t = useStrings(listStrings);
  const [sought, setSought] = createSignal('');
  const chosen = () => props.value as readonly string[];
  const summary = () => {
    const labels = props.options.filter(({ value }) => chosen().includes(value)).map(({ label }) => label);
    const [first] = labels;
    if (first === undefined) return undefined;
    return labels.length === 1 ? first : t().chosenAndMore(first, labels.length - 1);
  };
  const toggle = (value: string, ticked: boolean): void =>
    props.onChange(ticked ? [...chosen(), value] : chosen().filter((each) => each !== value));
  return (
    <FilterPopover
      label={props.label}
      value={summary()}
      stacked={props.stacked}
      onOpenChange={() => setSought('')}
    >
      <Show when={props.options.length > few}>
        <TextField
          label={t().filterOptions}
          hideLabel
          type="search"
          placeholder={t().filterOptions}
          value={sought()}
          onInput={setSought}
        />
      </Show>
      <div class={css.options} role="group" aria-label={props.label}>
        <For each={matchOptions(props.options, sought())}>
          {(option) => (
            <Checkbox
              label={option.label}
              checked={chosen().includes(option.value)}
              onChange={(ticked) => toggle(option.value, ticked)}
            />
          )}
        </For>
      </div>
    </FilterPopover>
  );
}
