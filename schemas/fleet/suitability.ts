// Why a vehicle may not be the right one for a rescue. A dispatcher is told, never stopped: he knows more than
// the lists do.
import type { CatalogItem } from '../catalog/catalog.ts';
import type { Order } from '../orders/order.ts';
import type { Vehicle } from './vehicle.ts';

export const unsuitabilityCodes = [
  'vehicle-in-repair',
  'vehicle-off',
  'vehicle-busy',
  'service-not-offered',
  'vehicle-type-unfit',
  'road-condition-not-supported',
] as const;
export type UnsuitabilityCode = (typeof unsuitabilityCodes)[number];

type Rescue = Pick<Order, 'serviceId' | 'roadConditionId'>;
type Service = Pick<CatalogItem, 'vehicleTypeIds'>;

/**
 * What speaks against a vehicle, gravest first; empty when nothing does. A list that holds nothing (services
 * of a vehicle, vehicle types of a service) was never filled in and speaks against nobody.
 * @param serviceOfOrder the catalog's service of the order; undefined when it is not known
 */
export function whyNot(
  vehicle: Vehicle,
  order: Rescue,
  serviceOfOrder: Service | undefined,
): UnsuitabilityCode[] {
  const { roadConditionId } = order;
  const against: Record<UnsuitabilityCode, boolean> = {
    'vehicle-in-repair': vehicle.state === 'in-repair',
    'vehicle-off': vehicle.state === 'off',
    'vehicle-busy': vehicle.state === 'busy',
    'service-not-offered': lacks(vehicle.serviceIds, order.serviceId),
    'vehicle-type-unfit': lacks(serviceOfOrder?.vehicleTypeIds ?? [], vehicle.typeId),
    'road-condition-not-supported':
      roadConditionId !== undefined && lacks(vehicle.roadConditionIds, roadConditionId),
  };
  return unsuitabilityCodes.filter((code) => against[code]);
}

const lacks = (list: readonly string[], id: string): boolean => list.length > 0 && !list.includes(id);
