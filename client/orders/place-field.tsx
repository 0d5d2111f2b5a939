// A place: its address, and coordinates that come with a known place, from a paste, a map, the outlet or the device.
import Building from 'lucide-solid/icons/building';
import LocateFixed from 'lucide-solid/icons/locate-fixed';
import MapIcon from 'lucide-solid/icons/map';
import MapPin from 'lucide-solid/icons/map-pin';
import MapPinCheck from 'lucide-solid/icons/map-pin-check';
import { createMemo, createSignal, Show, type Accessor, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { SuggestField, type ComboOption } from '../ui/combobox.tsx';
import { useMapServices } from '../ui/map/basemap.tsx';
import { readCoordinates } from '../ui/map/coordinates.ts';
import { devicePosition, type NoPosition } from '../ui/map/device-position.ts';
import { mapStrings } from '../ui/map/strings.ts';
import { TextField } from '../ui/text-field.tsx';
import { parseCoordinates, writeCoordinates, type Coordinates } from './coordinates.ts';
import type { PlaceDraft } from './draft.ts';
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
    change(isReplaced ? { address, coordinates: '', approximate: false } : { address });
    if (isReplaced) setGiven('');
  };
  const finding = useFinding(options, () => props.outlet);
  const choose = ({ value }: ComboOption): void => {
    const chosen = props.places.find(({ address }) => address === value) ?? finding()?.found(value);
    if (!chosen) return;
    setGiven(chosen.address);
    change({ address: chosen.address, coordinates: writeCoordinates(chosen), approximate: false });
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
  const isSet = () => !('problem' in parseCoordinates(props.place.coordinates));
  // Open from the start without coordinates, and as long as somebody types in it.
  const [open, setOpen] = createSignal(false);
  const field = (): `${Props['name']}.coordinates` => `${props.name}.coordinates`;
  const leave = (): void => {
    props.form.leave(field());
    setOpen(false);
  };
  let changing: HTMLButtonElement | undefined;
  const take = (point: Coordinates, approximate: boolean, address?: string): void => {
    const isNamed = props.place.address.trim() !== '';
    props.onChange({
      ...{ coordinates: writeCoordinates(point), approximate },
      ...(address && !isNamed && { address }),
    });
    setOpen(false);
    // What was pressed has gone, and the keys of the form are heard only inside it.
    if (document.activeElement === document.body) changing?.focus({ preventScroll: true });
  };
  return (
    <Show
      when={open() || !isSet()}
      fallback={<SetLine {...props} onOpen={() => setOpen(true)} ref={(element) => (changing = element)} />}
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
          props.onChange({ coordinates, approximate: false });
        }}
        onBlur={leave}
        error={props.form.error(field())}
        before={<MapPin size={14} />}
      />
      <Sources {...props} isSet={isSet()} onTake={take} />
    </Show>
  );
}

interface SetProps {
  name: Props['name'];
  place: PlaceDraft;
  onOpen: () => void;
  ref: (change: HTMLButtonElement) => void;
}

function SetLine(props: SetProps): JSX.Element {
  const t = useStrings(formStrings);
  const maps = useStrings(mapStrings);
  const text = (): string => {
    const read = readCoordinates(props.place.coordinates);
    if ('problem' in read) return '';
    const coordinates = writeCoordinates(read.point);
    if (props.place.approximate) return t().place.setApproximately(coordinates);
    const { system } = read;
    return system === 'wgs84'
      ? t().place.set(coordinates)
      : t().place.setFrom(coordinates, maps().systems[system]);
  };
  return (
    <p class={css.set} data-approximate={props.place.approximate ? '' : undefined}>
      <MapPinCheck size={14} />
      <span>{text()}</span>
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

interface SourcesProps {
  name: Props['name'];
  place: PlaceDraft;
  outlet: Coordinates | undefined;
  /** Tab goes on to the next field then: leaving this one folds them away. */
  isSet: boolean;
  onTake: (point: Coordinates, approximate: boolean, address?: string) => void;
}

function Sources(props: SourcesProps): JSX.Element {
  const t = useStrings(formStrings);
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<NoPosition>();
  const [mapOpen, setMapOpen] = createSignal(false);
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
        <Button size="small" icon={MapIcon} tabIndex={tabIndex()} onClick={() => setMapOpen(true)}>
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
      <Show when={mapOpen()}>
        <PlaceMap
          label={t().place[props.name]}
          point={pointOf(props.place)}
          outlet={props.outlet}
          onTake={(point, address) => {
            setMapOpen(false);
            props.onTake(point, false, address);
          }}
          onClose={() => setMapOpen(false)}
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

function pointOf({ coordinates }: PlaceDraft): Coordinates | undefined {
  const read = parseCoordinates(coordinates);
  return 'problem' in read ? undefined : read;
}
