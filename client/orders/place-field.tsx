// A place: its address, and coordinates that come with a known place, from a paste, a map, the outlet or the device.
import Building from 'lucide-solid/icons/building';
import LocateFixed from 'lucide-solid/icons/locate-fixed';
import MapIcon from 'lucide-solid/icons/map';
import MapPin from 'lucide-solid/icons/map-pin';
import MapPinCheck from 'lucide-solid/icons/map-pin-check';
import { createMemo, createSignal, For, Show, type Accessor, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { SuggestField, type ComboOption } from '../ui/combobox.tsx';
import { useMapServices } from '../ui/map/basemap.tsx';
import { readCoordinates } from '../ui/map/coordinates.ts';
import { devicePosition, type NoPosition } from '../ui/map/device-position.ts';
import { useRememberedSystem } from '../ui/map/remembered-system.ts';
import { mapStrings } from '../ui/map/strings.ts';
import { coordinateSystems, type CoordinateSystem } from '../ui/map/systems.ts';
import { TextField } from '../ui/text-field.tsx';
import { isCorrected, writeCoordinates, type Coordinates } from './coordinates.ts';
import { pointOf, type PlaceDraft } from './draft.ts';
import type { FormState } from './form-state.ts';
import { formStrings, type FormStrings } from './form-strings.ts';
import css from './form.module.css';
import type { KnownPlace } from './known-places.ts';
import { PlaceMap } from './place-map.tsx';
import { createPlaceSearch, type PlaceSearch } from './place-search.ts';

interface Props {
  name: 'pickup' | 'destination';
  form: FormState;
  places: readonly KnownPlace[];
  /** Where the chosen outlet is. */
  outlet: Coordinates | undefined;
  required: boolean;
}

export function PlaceField(props: Props): JSX.Element {
  const t = useStrings(formStrings);
  const place = () => props.form.draft()[props.name];
  const change = (part: Partial<PlaceDraft>): void =>
    props.form.change({ [props.name]: { ...place(), ...part } });
  // Coordinates that came with an address belong to it: they go when it is replaced, not when it is extended.
  const [given, setGiven] = createSignal('');
  const options = createMemo(() => props.places.map((known) => optionOf(known, t())));
  const input = (address: string): void => {
    const isReplaced = given() !== '' && !address.startsWith(given());
    change(isReplaced ? { address, ...exactly('') } : { address });
    if (isReplaced) setGiven('');
  };
  const finding = useFinding(options, () => props.outlet);
  const choose = ({ value }: ComboOption): void => {
    const chosen = props.places.find(({ address }) => address === value) ?? finding()?.found(value);
    if (!chosen) return;
    setGiven(chosen.address);
    change({ address: chosen.address, ...exactly(writeCoordinates(chosen)) });
  };
  const isStarted = () => place().address.trim() !== '' || place().coordinates.trim() !== '';
  return (
    <div class={css.place}>
      <SuggestField
        label={t().place[props.name]}
        required={props.required}
        placeholder={t().place.addressHint}
        options={finding()?.search ?? options()}
        value={place().address}
        onInput={input}
        onChoose={choose}
        onBlur={() => props.form.leave(`${props.name}.address`)}
        error={props.form.error(`${props.name}.address`)}
      />
      <Show when={isStarted()}>
        <CoordinatesField {...props} place={place()} onChange={change} />
      </Show>
    </div>
  );
}

/** Coordinates that nobody typed. */
const exactly = (coordinates: string) =>
  ({ coordinates, system: undefined, approximate: false }) satisfies Partial<PlaceDraft>;

/** Only where the operator has a geocoder. */
function useFinding(
  known: Accessor<readonly ComboOption[]>,
  near: () => Coordinates | undefined,
): Accessor<PlaceSearch | undefined> {
  const { finder } = useMapServices();
  return createMemo(() => {
    const found = finder();
    return found && createPlaceSearch(found, known, near);
  });
}

function optionOf(known: KnownPlace, { place }: FormStrings): ComboOption {
  return {
    value: known.address,
    label: known.address,
    detail: known.outlet === undefined ? place.visited(known.times) : place.outlet(known.outlet),
  };
}

/** One quiet line once there are coordinates; until then the ways to have some. */
function CoordinatesField(
  props: Props & { place: PlaceDraft; onChange: (part: Partial<PlaceDraft>) => void },
): JSX.Element {
  const t = useStrings(formStrings);
  const remembered = useRememberedSystem();
  const isSet = () => !('problem' in pointOf(props.place));
  // What is put right stays what it was, and what the app wrote is WGS-84.
  const systemOf = (typed: string): CoordinateSystem => {
    const { coordinates, system = 'wgs84' } = props.place;
    return isCorrected(coordinates, typed) ? system : remembered.read();
  };
  // Open from the start without coordinates, and as long as somebody types in it.
  const [open, setOpen] = createSignal(false);
  // The map takes the focus, and would go with the field that folds away for that.
  const [mapOpen, setMapOpen] = createSignal(false);
  const field = (): `${Props['name']}.coordinates` => `${props.name}.coordinates`;
  const leave = (): void => {
    props.form.leave(field());
    setOpen(false);
  };
  let changing: HTMLButtonElement | undefined;
  const fold = (): void => {
    setOpen(false);
    setMapOpen(false);
    // What was pressed has gone, and the keys of the form are heard only inside it.
    if (document.activeElement === document.body) changing?.focus({ preventScroll: true });
  };
  const take = (point: Coordinates, approximate: boolean, address?: string): void => {
    const isNamed = props.place.address.trim() !== '';
    props.onChange({
      ...{ ...exactly(writeCoordinates(point)), approximate },
      ...(address && !isNamed && { address }),
    });
    fold();
  };
  return (
    <Show
      when={open() || mapOpen() || !isSet()}
      fallback={
        <SetLine
          {...props}
          onOpen={() => setOpen(true)}
          onSystem={(system) => {
            remembered.keep(system);
            props.onChange({ system });
          }}
          ref={(element) => (changing = element)}
        />
      }
    >
      <TextField
        label={t().place[`${props.name}Coordinates`]}
        required
        placeholder={t().place.coordinatesHint}
        description={t().place.coordinatesAbout}
        ref={(element) => open() && queueMicrotask(() => element.focus())}
        value={props.place.coordinates}
        onInput={(coordinates) => {
          setOpen(true);
          props.onChange({ coordinates, system: systemOf(coordinates), approximate: false });
        }}
        onBlur={leave}
        error={props.form.error(field())}
        before={<MapPin size={14} />}
      />
      <Sources
        {...props}
        isSet={isSet()}
        mapOpen={mapOpen()}
        onMap={(shown) => (shown ? setMapOpen(true) : fold())}
        onTake={take}
      />
    </Show>
  );
}

interface SetProps {
  name: Props['name'];
  place: PlaceDraft;
  onOpen: () => void;
  onSystem: (system: CoordinateSystem) => void;
  ref: (change: HTMLButtonElement) => void;
}

function SetLine(props: SetProps): JSX.Element {
  const t = useStrings(formStrings);
  const maps = useStrings(mapStrings);
  const read = createMemo(() => {
    const found = readCoordinates(props.place.coordinates, props.place.system);
    return 'problem' in found ? undefined : found;
  });
  const text = (): string => {
    const found = read();
    if (!found) return '';
    const coordinates = writeCoordinates(found.point);
    if (props.place.approximate) return t().place.setApproximately(coordinates);
    if (isTyped()) return t().place.setTyped(coordinates);
    return found.system === 'wgs84'
      ? t().place.set(coordinates)
      : t().place.setFrom(coordinates, maps().systems[found.system]);
  };
  // Numbers that somebody copied do not say from which map.
  const isTyped = () => read()?.isAssumed === true && props.place.system !== undefined;
  return (
    <p class={css.set} data-approximate={props.place.approximate ? '' : undefined}>
      <MapPinCheck size={14} />
      <span>{text()}</span>
      <Show when={isTyped() && props.place.system}>
        {(system) => (
          <SystemChoice place={t().place[props.name]} system={system()} onChange={props.onSystem} />
        )}
      </Show>
      <Button
        size="small"
        variant="ghost"
        tabIndex={-1}
        ref={(element) => props.ref(element)}
        aria-label={t().place.changeOf(t().place[props.name])}
        onClick={() => props.onOpen()}
      >
        {t().place.change}
      </Button>
    </p>
  );
}

interface SystemProps {
  place: string;
  system: CoordinateSystem;
  onChange: (system: CoordinateSystem) => void;
}

/** From which map the numbers were copied: the wrong one is some hundred metres off. */
function SystemChoice(props: SystemProps): JSX.Element {
  const t = useStrings(formStrings);
  const maps = useStrings(mapStrings);
  const chosen = (value: string): CoordinateSystem =>
    coordinateSystems.find((system) => system === value) ?? props.system;
  return (
    <select
      class={css.system}
      aria-label={t().place.systemOf(props.place)}
      title={maps().systemAbout}
      value={props.system}
      onChange={(event) => props.onChange(chosen(event.currentTarget.value))}
    >
      <For each={coordinateSystems}>
        {(system) => <option value={system}>{maps().systems[system]}</option>}
      </For>
    </select>
  );
}

interface SourcesProps {
  name: Props['name'];
  place: PlaceDraft;
  outlet: Coordinates | undefined;
  /** Tab goes on to the next field then: leaving this one folds them away. */
  isSet: boolean;
  mapOpen: boolean;
  onMap: (shown: boolean) => void;
  onTake: (point: Coordinates, approximate: boolean, address?: string) => void;
}

function Sources(props: SourcesProps): JSX.Element {
  const t = useStrings(formStrings);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<NoPosition>();
  const tabIndex = () => (props.isSet ? -1 : undefined);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const found = await devicePosition();
    setBusy(false);
    if (found.ok) props.onTake(found.value, false);
    else setFailure(found.error);
  };
  return (
    <>
      {/* The field keeps the focus while the pointer is down, or both would fold away under it. */}
      <div class={css.sources} onMouseDown={(event) => event.preventDefault()}>
        <Button size="small" icon={MapIcon} tabIndex={tabIndex()} onClick={() => props.onMap(true)}>
          {t().place.onMap}
        </Button>
        <Button
          size="small"
          icon={Building}
          tabIndex={tabIndex()}
          disabledReason={props.outlet ? undefined : t().place.fromOutletMissing}
          onClick={() => props.outlet && props.onTake(props.outlet, true)}
        >
          {t().place.fromOutlet}
        </Button>
        {/* Who takes the order may stand beside the car, but never at the garage. */}
        <Show when={props.name === 'pickup'}>
          <Button
            size="small"
            icon={LocateFixed}
            tabIndex={tabIndex()}
            busy={busy()}
            onClick={() => void ask()}
          >
            {t().place.fromDevice}
          </Button>
        </Show>
      </div>
      <Show when={props.mapOpen}>
        <PlaceMap
          label={t().place[props.name]}
          point={knownPoint(props.place)}
          outlet={props.outlet}
          onTake={(point, address) => props.onTake(point, false, address)}
          onClose={() => props.onMap(false)}
        />
      </Show>
      <Show when={failure()}>
        {(code) => (
          <p class={css.failure} role="status">
            {code() === 'no-access' ? t().place.noAccess : t().place.noPosition}
          </p>
        )}
      </Show>
    </>
  );
}

function knownPoint(place: PlaceDraft): Coordinates | undefined {
  const read = pointOf(place);
  return 'problem' in read ? undefined : read;
}
