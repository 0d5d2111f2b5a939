// A stretch of time, by name or by its first and last day (or minute). What a person sees is the clock of the
// zone, with the last day included; what goes out are half-open UTC instants.
import { createSignal, For, Show, untrack, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from './button.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { ControlBox, Field, type FieldProps } from './field.tsx';
import fieldCss from './field.module.css';
import css from './filter.module.css';
import { FilterPopover } from './filter-popover.tsx';
import { useFormat } from './formatting.tsx';
import { listStrings } from './list-strings.ts';
import { anyTime, firstDay, lastDay, presetRange, rangeOfDays, rangePresets } from './time-range.ts';
import type { RangePreset, TimeRange } from './time-range.ts';

export interface TimeRangeFieldProps {
  label: string;
  value: TimeRange;
  onChange: (value: TimeRange) => void;
  /** `minute`: the ends have a time of day. */
  precision?: 'day' | 'minute' | undefined;
  presets?: readonly RangePreset[] | undefined;
  /** The label stands above it. */
  stacked?: boolean | undefined;
}

export function TimeRangeField(props: TimeRangeFieldProps): JSX.Element {
  const t = useStrings(listStrings);
  const format = useFormat();
  const [open, setOpen] = createSignal(false);
  const describe = useRangeText(() => props.precision ?? 'day');
  const choose = (value: TimeRange): void => {
    props.onChange(value);
    setOpen(false);
  };
  return (
    <FilterPopover
      label={props.label}
      value={describe(props.value)}
      stacked={props.stacked}
      open={open()}
      onOpenChange={setOpen}
    >
      <div class={css.presets} role="group" aria-label={props.label}>
        <For each={props.presets ?? rangePresets}>
          {(preset) => (
            <Button
              size="small"
              variant={props.value.preset === preset ? 'primary' : 'secondary'}
              aria-pressed={props.value.preset === preset}
              onClick={() => choose(presetRange(preset, format.zone(), format.now()))}
            >
              {t().presets[preset]}
            </Button>
          )}
        </For>
      </div>
      <Show
        when={props.precision === 'minute'}
        fallback={<Days value={props.value} onChange={(value) => props.onChange(value)} />}
      >
        <Minutes value={props.value} onChange={(value) => props.onChange(value)} />
      </Show>
      <div class={css.foot}>
        <Button size="small" variant="ghost" onClick={() => choose(anyTime)}>
          {t().anyTime}
        </Button>
      </div>
    </FilterPopover>
  );
}

/** `Last 7 days`, `2026-03-01 – 2026-03-05`, `From 2026-03-01`; undefined for any time. */
export function useRangeText(precision: () => 'day' | 'minute' = () => 'day') {
  const t = useStrings(listStrings);
  const format = useFormat();
  return (range: TimeRange): string | undefined => {
    if (range.preset) return t().presets[range.preset];
    const days = precision() === 'day';
    const first = days ? firstDay(range, format.zone()) : format.dateTime(range.from);
    const last = days ? lastDay(range, format.zone()) : format.dateTime(range.to);
    if (first && last) return first === last ? first : `${first} – ${last}`;
    if (first) return t().since(first);
    return last ? t().until(last) : undefined;
  };
}

interface EndsProps {
  value: TimeRange;
  onChange: (value: TimeRange) => void;
}

/** An end before the start stays in the fields, with the reason, and goes no further. */
function Days(props: EndsProps): JSX.Element {
  const t = useStrings(listStrings);
  const { zone } = useFormat();
  const [problem, setProblem] = createSignal<string>();
  const change = (first: string, last: string): void => {
    const wrong = first !== '' && last !== '' && last < first;
    setProblem(wrong ? t().endsBeforeStart : undefined);
    if (!wrong) props.onChange(rangeOfDays(first, last, zone()));
  };
  let first!: HTMLInputElement;
  let last!: HTMLInputElement;
  const read = (): void => change(first.value, last.value);
  return (
    <div class={css.ends}>
      <DayInput
        label={t().from}
        value={firstDay(props.value, zone())}
        onChange={read}
        ref={(input) => (first = input)}
      />
      <DayInput
        label={t().to}
        value={lastDay(props.value, zone())}
        onChange={read}
        error={problem()}
        ref={(input) => (last = input)}
      />
    </div>
  );
}

function DayInput(
  props: FieldProps & { value: string; onChange: () => void; ref: (input: HTMLInputElement) => void },
): JSX.Element {
  return (
    <Field label={props.label} error={props.error}>
      {(wires) => (
        <ControlBox>
          <input
            {...wires}
            ref={(input) => props.ref(input)}
            class={fieldCss.input}
            type="date"
            min="2000-01-01"
            max="2999-12-31"
            value={props.value}
            onChange={() => props.onChange()}
          />
        </ControlBox>
      )}
    </Field>
  );
}

function Minutes(props: EndsProps): JSX.Element {
  const t = useStrings(listStrings);
  const { zone } = useFormat();
  const [problem, setProblem] = createSignal<string>();
  const change = (from: string | undefined, to: string | undefined): void => {
    const wrong = from !== undefined && to !== undefined && to <= from;
    setProblem(wrong ? t().endsBeforeStart : undefined);
    if (!wrong) props.onChange({ from, to });
  };
  const [from, setFrom] = createSignal(untrack(() => props.value.from));
  const [to, setTo] = createSignal(untrack(() => props.value.to));
  const moved = (end: 'from' | 'to', iso: string | null, unreadable: string | undefined): void => {
    if (unreadable) return;
    (end === 'from' ? setFrom : setTo)(iso ?? undefined);
    change(from(), to());
  };
  return (
    <div class={css.ends}>
      <DateTimeField
        label={t().from}
        zone={zone()}
        value={from() ?? null}
        onChange={(iso, unreadable) => moved('from', iso, unreadable)}
      />
      <DateTimeField
        label={t().to}
        zone={zone()}
        value={to() ?? null}
        error={problem()}
        onChange={(iso, unreadable) => moved('to', iso, unreadable)}
      />
    </div>
  );
}
