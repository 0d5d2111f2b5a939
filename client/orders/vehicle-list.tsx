// The vehicles that can be sent, best first: typed to narrow, arrows to move, Enter to choose. Focus stays in
// the search field, so nothing has to be reached for. What is known of a vehicle changes where it stands, and once
// somebody has pointed at one they keep their places: positions come and shifts change while one chooses.
import { Key } from '@solid-primitives/keyed';
import Check from 'lucide-solid/icons/check';
import Search from 'lucide-solid/icons/search';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  onMount,
  Show,
  type JSX,
} from 'solid-js';
import type { Route } from '#schemas/geo/route.ts';
import { useStrings } from '../i18n/strings.ts';
import { Badge } from '../ui/badge.tsx';
import { matchOptions } from '../ui/combobox-match.ts';
import { Field, ControlBox } from '../ui/field.tsx';
import fieldCss from '../ui/field.module.css';
import { useFormat } from '../ui/formatting.tsx';
import { moveActive } from '../ui/table-model.ts';
import { keptOrder, type Candidate } from './candidates.ts';
import css from './dispatch.module.css';
import { dispatchStrings } from './dispatch-strings.ts';
import { useNames, type Names } from './names.ts';
import { startOf, wayOf } from './way.ts';

interface Props {
  candidates: readonly Candidate[];
  /** By road, as far as it is known; the rest is estimated. */
  routes: ReadonlyMap<string, Route>;
  /** What is said beside a driver's name. */
  markOf: (staffId: string) => string | undefined;
  chosen: readonly string[];
  /** Any number can be chosen: choosing one again takes it off. */
  several?: boolean | undefined;
  /** At which somebody looks elsewhere, as on a map. */
  pointed?: string | undefined;
  /** The vehicle under the pointer or the arrow keys. */
  onPoint?: ((vehicleId: string | undefined) => void) | undefined;
  onChoose: (vehicleId: string) => void;
  /** Enter on what is chosen already. */
  onSubmit: () => void;
  error: string | undefined;
}

const pageStep = 5;

export function VehicleList(props: Props): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const id = createUniqueId();
  const [query, setQuery] = createSignal('');
  const [activeId, setActiveId] = createSignal<string>();
  const [holdsStill, setHoldsStill] = createSignal(false);
  const found = createMemo(() => narrowed(props.candidates, query(), names));
  const shown = createMemo<readonly Candidate[]>(
    (before) => (holdsStill() ? keptOrder(before, found()) : found()),
    [],
  );
  /** The best until somebody points at one; where that one goes, no other takes its place. */
  const active = () =>
    activeId() === undefined ? 0 : shown().findIndex(({ vehicle }) => vehicle.id === activeId());
  const lookAnew = (): void => {
    setActiveId(undefined);
    setHoldsStill(false);
  };
  createEffect(on(query, lookAnew, { defer: true }));
  let input!: HTMLInputElement;
  // The dialog around gives the focus to its first button when it opens; the search comes after that.
  onMount(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // In a task after the next frame: the dialog does it in one that may come after the frame.
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => input.focus())));
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  });

  const choose = (candidate: Candidate | undefined): void => {
    if (!candidate) return;
    setHoldsStill(true);
    setActiveId(candidate.vehicle.id);
    if (!props.several && props.chosen.includes(candidate.vehicle.id)) props.onSubmit();
    else props.onChoose(candidate.vehicle.id);
  };
  const moveTo = (index: number): void => {
    setHoldsStill(true);
    setActiveId(shown()[index]?.vehicle.id);
    props.onPoint?.(activeId());
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const to = isCursorKey(event.key) ? undefined : moveActive(event.key, active(), shown().length, pageStep);
    if (to !== undefined) moveTo(to);
    else if (event.key === 'Enter') choose(shown()[active()]);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <Field
        label={t().filter}
        description={<span class={css.keys}>{props.several ? t().keysSeveral : t().keys}</span>}
        error={props.error}
      >
        {(wires) => (
          <ControlBox before={<Search size={14} />}>
            <input
              {...wires}
              ref={input}
              class={fieldCss.input}
              role="combobox"
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={id}
              aria-activedescendant={shown()[active()] && `${id}-${shown()[active()]?.vehicle.id}`}
              autocomplete="off"
              spellcheck={false}
              placeholder={t().filterHint}
              value={query()}
              onInput={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={keydown}
            />
          </ControlBox>
        )}
      </Field>
      <div
        class={css.list}
        id={id}
        role="listbox"
        aria-label={t().vehicles}
        aria-multiselectable={props.several}
        onPointerMove={() => setHoldsStill(true)}
        onPointerDown={() => setHoldsStill(true)}
        onPointerLeave={() => props.onPoint?.(undefined)}
      >
        <Key
          each={shown()}
          by={({ vehicle }) => vehicle.id}
          fallback={<p class={css.none}>{props.candidates.length > 0 ? t().noVehicle : t().noVehicles}</p>}
        >
          {(candidate, index) => (
            <VehicleOption
              id={`${id}-${candidate().vehicle.id}`}
              candidate={candidate()}
              route={props.routes.get(candidate().vehicle.id)}
              markOf={props.markOf}
              active={active() === index()}
              chosen={props.chosen.includes(candidate().vehicle.id)}
              pointed={props.pointed === candidate().vehicle.id}
              onPoint={() => props.onPoint?.(candidate().vehicle.id)}
              onChoose={() => {
                setActiveId(candidate().vehicle.id);
                props.onChoose(candidate().vehicle.id);
                input.focus();
              }}
            />
          )}
        </Key>
      </div>
    </div>
  );
}

/** In a text field these belong to the text. */
const isCursorKey = (key: string): boolean => key === 'Home' || key === 'End';

function VehicleOption(props: {
  id: string;
  candidate: Candidate;
  route: Route | undefined;
  markOf: (staffId: string) => string | undefined;
  active: boolean;
  chosen: boolean;
  pointed: boolean;
  onPoint: () => void;
  onChoose: () => void;
}): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const format = useFormat();
  const vehicle = () => props.candidate.vehicle;
  let element!: HTMLDivElement;
  createEffect(() => (props.active || props.pointed) && element.scrollIntoView({ block: 'nearest' }));
  return (
    <div
      ref={element}
      id={props.id}
      role="option"
      class={css.option}
      aria-selected={props.chosen}
      data-active={props.active ? '' : undefined}
      onMouseDown={(event) => event.preventDefault()}
      data-pointed={props.pointed ? '' : undefined}
      onPointerEnter={(event) => event.pointerType === 'mouse' && props.onPoint()}
      onClick={() => props.onChoose()}
    >
      <span class={css.tick}>
        <Show when={props.chosen}>
          <Check size={16} />
        </Show>
      </span>
      <span class={css.vehicle}>
        <span class={css.plate}>{vehicle().plate}</span>
        <span class={css.sub}>{names.catalog(vehicle().typeId)}</span>
      </span>
      <span class={css.drivers}>
        <Drivers ids={props.candidate.driverIds} markOf={props.markOf} />
      </span>
      <span
        class={css.load}
        data-free={props.candidate.load === 0 && props.candidate.against.length === 0 ? '' : undefined}
      >
        {props.candidate.load === 0 ? t().free : t().load(props.candidate.load)}
      </span>
      <span class={css.distance} title={props.route ? t().byRoadHint : t().estimateHint}>
        <span>{wayOf(props.candidate, props.route, t(), format)}</span>
        <span class={css.sub}>{startOf(props.candidate, names.outlet(vehicle().outletId), t(), format)}</span>
      </span>
      <span class={css.fit}>
        <For each={props.candidate.against} fallback={<Badge tone="success">{t().suitable}</Badge>}>
          {(code) => (
            <Badge tone="warning" icon={TriangleAlert}>
              {t().against[code]}
            </Badge>
          )}
        </For>
      </span>
    </div>
  );
}

/** Those after whom nothing is said stand in one line. */
function Drivers(props: {
  ids: readonly string[];
  markOf: (staffId: string) => string | undefined;
}): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const separator = (index: number) => (index < props.ids.length - 1 ? t().listSeparator : '');
  return (
    <For each={props.ids}>
      {(id, index) => (
        <>
          {names.staff(id)}
          <Show when={props.markOf(id)}>
            {(mark) => (
              <>
                {' '}
                <span class={css.offDuty}>{mark()}</span>
              </>
            )}
          </Show>
          {separator(index())}
        </>
      )}
    </For>
  );
}

/** What the kit's comboboxes find, in the order of merit. */
function narrowed(candidates: readonly Candidate[], query: string, names: Names): readonly Candidate[] {
  if (query.trim() === '') return candidates;
  const options = candidates.map(({ vehicle }) => ({
    value: vehicle.id,
    label: vehicle.plate,
    detail: names.catalog(vehicle.typeId),
    keywords: [names.outlet(vehicle.outletId), ...vehicle.driverIds.map(names.staff)].join(' '),
  }));
  const found = new Set(matchOptions(options, query).map(({ value }) => value));
  return candidates.filter(({ vehicle }) => found.has(vehicle.id));
}
