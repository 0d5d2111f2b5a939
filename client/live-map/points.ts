// What is known of vehicles, drivers and waiting orders, as points of the map.
import MapPin from 'lucide-solid/icons/map-pin';
import Truck from 'lucide-solid/icons/truck';
import User from 'lucide-solid/icons/user';
import { createMemo, type Accessor } from 'solid-js';
import { vehicleStrings } from '../fleet/strings.ts';
import { stateTones } from '../fleet/columns.tsx';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { useFormat, type Format } from '../ui/formatting.tsx';
import type { MapPoint } from '../ui/map/types.ts';
import type { Spot } from '../orders/whereabouts.ts';
import type { Shown } from './live-map-page.tsx';
import { isDoubtful } from './marks.ts';
import { liveMapStrings, type LiveMapStrings } from './strings.ts';

export function usePoints(shown: Accessor<Shown>): Accessor<readonly MapPoint[]> {
  const t = useStrings(liveMapStrings);
  const words = useStrings(vehicleStrings);
  const names = useNames();
  const format = useFormat();
  return createMemo(() => {
    const { vehicles, drivers, orders } = shown();
    return [
      ...orders.map(({ id, car, pickup }): MapPoint => {
        const { lng, lat } = pickup;
        return { id, lng, lat, label: car.plate, detail: pickup.address, tone: 'danger', icon: MapPin };
      }),
      ...vehicles.flatMap(({ vehicle, state, spot }): MapPoint[] => {
        if (!spot) return [];
        const tone = isDoubtful(spot, format.now()) ? 'neutral' : stateTones[state];
        const detail = `${words().states[state]} · ${ageOf(spot, t(), format)}`;
        return [
          { id: vehicle.id, lng: spot.lng, lat: spot.lat, label: vehicle.plate, detail, tone, icon: Truck },
        ];
      }),
      ...drivers.map((position): MapPoint => {
        const { id, lng, lat, driverId } = position;
        const detail = `${t().unknownVehicle} · ${ageOf(position, t(), format)}`;
        return { id, lng, lat, label: names.staff(driverId), detail, tone: 'neutral', icon: User };
      }),
    ];
  });
}

/** How old a position is, and whether that matters. */
export function ageOf(
  spot: Spot | undefined,
  t: LiveMapStrings,
  format: Pick<Format, 'relative' | 'now'>,
): string {
  if (!spot?.at) return t.noSpot;
  const time = format.relative(spot.at);
  return isDoubtful(spot, format.now()) ? t.doubtful(time) : t.wasThere(time);
}
