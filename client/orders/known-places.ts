// Places whose coordinates this device knows: where rescues were before, and the outlets.
import type { Place } from '#schemas/core/types.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import { isApproximate } from './approximate.ts';

export interface KnownPlace extends Place {
  /** The outlet's name, when it is one. */
  readonly outlet?: string;
  /** How often it occurs: the commonest come first. */
  readonly times: number;
}

type Visited = Pick<Order, 'pickup' | 'destination'>;

/** By address: outlets first, then the most frequent. An approximate place is not known. */
export function knownPlaces(orders: readonly Visited[], outlets: readonly Outlet[]): KnownPlace[] {
  const places = new Map<string, KnownPlace>();
  for (const { disabled, name, address, lng, lat } of outlets)
    if (!disabled && address) places.set(fold(address), { address, lng, lat, outlet: name, times: 0 });
  for (const { pickup, destination } of orders)
    for (const place of destination ? [pickup, destination] : [pickup]) note(places, place);
  return [...places.values()].sort(byUse);
}

/** The newest order's coordinates stand. */
function note(places: Map<string, KnownPlace>, place: Place): void {
  if (isApproximate(place)) return;
  const { address, lng, lat } = place;
  const known = places.get(fold(address));
  if (known) places.set(fold(address), { ...known, times: known.times + 1 });
  else places.set(fold(address), { address, lng, lat, times: 1 });
}

const byUse = (a: KnownPlace, b: KnownPlace): number =>
  Number(b.outlet !== undefined) - Number(a.outlet !== undefined) || b.times - a.times;

const fold = (address: string): string => address.normalize('NFKC').replaceAll(/\s/g, '');
