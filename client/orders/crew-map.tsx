// Where the vehicles are that could be sent, and where one is waited for: beside the list, which says the same.
import MapPin from 'lucide-solid/icons/map-pin';
import Truck from 'lucide-solid/icons/truck';
import { createMemo, untrack, type JSX } from 'solid-js';
import type { Route } from '#schemas/geo/route.ts';
import type { Place } from '#schemas/core/types.ts';
import { useStrings } from '../i18n/strings.ts';
import type { Tone } from '../ui/badge.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MapView } from '../ui/map/map-view.tsx';
import type { MapLine, MapPoint } from '../ui/map/types.ts';
import type { Candidate } from './candidates.ts';
import css from './dispatch.module.css';
import { dispatchStrings } from './dispatch-strings.ts';
import { startOf, wayOf } from './way.ts';

interface Props {
  pickup: Place;
  candidates: readonly Candidate[];
  routes: ReadonlyMap<string, Route>;
  chosen: readonly string[];
  /** The vehicle at which somebody looks, in the list or here. */
  pointed: string | undefined;
  onPoint: (vehicleId: string | undefined) => void;
  onChoose: (vehicleId: string) => void;
}

const pickupId = 'pickup';
/** So many of the best are in view at first. */
const seenAtFirst = 6;

export function CrewMap(props: Props): JSX.Element {
  const t = useStrings(dispatchStrings);
  const format = useFormat();
  const vehicles = createMemo(() =>
    props.candidates.flatMap((candidate): MapPoint[] => {
      const { vehicle, from } = candidate;
      if (!from) return [];
      const way = wayOf(candidate, props.routes.get(vehicle.id), t(), format);
      const start = startOf(candidate, t().atOutlet, t(), format);
      return [
        {
          ...{ id: vehicle.id, lng: from.lng, lat: from.lat, label: vehicle.plate, icon: Truck },
          ...{ tone: toneOf(candidate), detail: [way, start].filter(Boolean).join(' · ') },
        },
      ];
    }),
  );
  const pickup = (): MapPoint => {
    const { lng, lat, address } = props.pickup;
    return { id: pickupId, lng, lat, label: t().pickup, detail: address, tone: 'danger', icon: MapPin };
  };
  const looked = () => props.pointed ?? props.chosen[0];
  const lines = createMemo((): MapLine[] =>
    vehicles()
      .filter(({ id }) => id === looked() || props.chosen.includes(id))
      .map((point) => ({ id: point.id, points: [point, props.pickup], tone: 'neutral', dashed: true })),
  );
  const own = (id: string | undefined): id is string => id !== undefined && id !== pickupId;
  return (
    <MapView
      class={css.map}
      label={t().map}
      points={[pickup(), ...vehicles()]}
      lines={lines()}
      first={untrack(() => [pickup(), ...vehicles().slice(0, seenAtFirst)])}
      selected={looked()}
      reveals="never"
      listed
      onPoint={(id) => props.onPoint(own(id) ? id : undefined)}
      onSelect={(id) => own(id) && props.onChoose(id)}
    />
  );
}

function toneOf({ against, load }: Candidate): Tone {
  if (against.length > 0) return 'neutral';
  return load > 0 ? 'progress' : 'success';
}
