// Choosing a point: on the map by tap, drag and arrow keys, by this device's position, by typing or pasting
// coordinates in whichever system one has them. What goes out is WGS-84.
import X from 'lucide-solid/icons/x';
import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { Button } from '../button.tsx';
import { useMapServices } from './basemap.tsx';
import { roundPoint, writeCoordinates } from './coordinates.ts';
import { CoordinatesInput } from './coordinates-input.tsx';
import { devicePosition, type NoPosition } from './device-position.ts';
import { foundAddress } from './found-address.ts';
import { MapFrame } from './map-frame.tsx';
import css from './map.module.css';
import { NearbyAddress } from './nearby-address.tsx';
import { PlaceSearch } from './place-search.tsx';
import { createSettled } from '../settled.ts';
import { mapStrings } from './strings.ts';
import type { LngLat } from './systems.ts';
import type { Gestures, MapPoint } from './types.ts';

/** Of a place that was chosen, or the one near the pin that was asked for. */
export type AddressFrom = 'search' | 'pin';

export interface MapPickerProps {
  /** Its accessible name, e.g. what is picked. */
  label: string;
  value: LngLat | null;
  /** @param problem why the coordinates that were typed are no point; the value is the one from before then */
  onChange: (value: LngLat | null, problem?: string) => void;
  /** What the map shows while nothing is picked, e.g. the outlet. */
  around?: readonly LngLat[] | undefined;
  /** Known points for orientation; choosing one puts the pin there. */
  points?: readonly MapPoint[] | undefined;
  /** The address of a place that was found; present: an address near the pin is offered as well. */
  onAddress?: ((address: string, from: AddressFrom) => void) | undefined;
  /** What is wrong with the value, besides coordinates that can't be read. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Where its value lies in a form's document; a form finds the field by it. */
  path?: string | undefined;
  gestures?: Gestures | undefined;
  class?: string | undefined;
  fill?: boolean | undefined;
}

export function MapPicker(props: MapPickerProps): JSX.Element {
  const t = useStrings(mapStrings);
  const services = useMapServices();
  const keysId = createUniqueId();
  const put = (point: LngLat): void => props.onChange(roundPoint(point));
  const locating = createLocating(put);
  // The view follows what was found or typed, not the pin that somebody moves on it.
  const [view, setView] = createSignal<readonly LngLat[]>(
    props.value ? [props.value] : (props.around ?? props.points ?? []),
  );
  const show = (point: LngLat): void => {
    put(point);
    setView([point]);
  };
  return (
    <div class={css.picker} data-fill={props.fill ? '' : undefined} data-path={props.path}>
      <Show when={services.finder()}>
        {(finder) => (
          <PlaceSearch
            finder={finder()}
            near={props.value ?? props.around?.[0]}
            onFound={(place) => {
              show(place);
              props.onAddress?.(foundAddress(place), 'search');
            }}
          />
        )}
      </Show>
      <MapFrame
        label={props.label}
        points={props.points}
        pin={props.value ?? undefined}
        onPin={put}
        view={view()}
        gestures={props.gestures}
        class={props.class}
        fill={props.fill}
        describedBy={keysId}
        onLocate={() => void locating.locate().then((point) => point && setView([point]))}
        locating={locating.busy()}
      />
      <p id={keysId} class="visually-hidden">
        {t().keys}
      </p>
      <Says value={props.value} failure={locating.failure()} onClear={() => props.onChange(null)} />
      <Show when={props.onAddress && services.finder()}>
        {(finder) => (
          <NearbyAddress
            finder={finder()}
            point={props.value}
            onUse={(text) => props.onAddress?.(text, 'pin')}
          />
        )}
      </Show>
      <CoordinatesInput
        value={props.value}
        onChange={(point, problem) =>
          point && problem === undefined ? show(point) : props.onChange(point, problem)
        }
        required={props.required}
        error={props.error}
      />
    </div>
  );
}

/** Told to screen readers once the pin rests; an arrow key that is held down would say every step. */
function Says(props: {
  value: LngLat | null;
  failure: NoPosition | undefined;
  onClear: () => void;
}): JSX.Element {
  const t = useStrings(mapStrings);
  const settled = createSettled(() => props.value);
  const text = () => {
    const value = settled();
    return value ? t().picked(writeCoordinates(value)) : t().notPicked;
  };
  return (
    <>
      <div class={css.says}>
        <span role="status">{text()}</span>
        <Show when={props.value}>
          <Button size="small" variant="ghost" icon={X} onClick={() => props.onClear()}>
            {t().clear}
          </Button>
        </Show>
      </div>
      <Show when={props.failure}>
        {(code) => (
          <p class={css.wrong} role="status">
            {code() === 'no-access' ? t().noAccess : t().noPosition}
          </p>
        )}
      </Show>
    </>
  );
}

function createLocating(put: (point: LngLat) => void) {
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<NoPosition>();
  const locate = async (): Promise<LngLat | undefined> => {
    setBusy(true);
    setFailure(undefined);
    const found = await devicePosition();
    setBusy(false);
    if (found.ok) put(found.value);
    else setFailure(found.error);
    return found.ok ? found.value : undefined;
  };
  return { busy, failure, locate };
}
