// Which services a vehicle is for, by the same rule by which it is recommended when somebody is dispatched.
import type { CatalogItem } from '#schemas/catalog/catalog.ts';
import { whyNot, type UnsuitabilityCode } from '#schemas/fleet/match.ts';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';

/** What is entered of a vehicle so far. */
export interface Entered {
  readonly typeId?: string | undefined;
  readonly equipmentIds?: readonly string[] | undefined;
  readonly serviceIds?: readonly string[] | undefined;
}

export interface Unsuitable {
  /** Chosen, though a vehicle of this type never gets them recommended. */
  readonly services: readonly CatalogItem[];
  /** Ids of what the chosen services need, and this vehicle does not carry. */
  readonly equipmentIds: readonly string[];
}

export function unsuitable(entered: Entered, services: readonly CatalogItem[]): Unsuitable {
  const { typeId, equipmentIds = [], serviceIds = [] } = entered;
  const chosen = services.filter(({ id }) => serviceIds.includes(id));
  const lacks = (code: UnsuitabilityCode) => (service: CatalogItem) =>
    against(entered, service).includes(code);
  // Of an empty list nobody knows whether the vehicle carries nothing or nobody has filled it in.
  const needed = chosen.filter(lacks('equipment-missing')).flatMap(({ equipmentIds: ids = [] }) => ids);
  return {
    services: typeId ? chosen.filter(lacks('vehicle-type-unfit')) : [],
    equipmentIds: [...new Set(needed)].filter((id) => !equipmentIds.includes(id)),
  };
}

/** What a vehicle of this type usually does; empty when its type says nothing about that. */
export function usualServices(typeId: string | undefined, services: readonly CatalogItem[]): string[] {
  if (!typeId) return [];
  const fitting = services.filter((service) => !against({ typeId }, service).includes('vehicle-type-unfit'));
  return fitting.length < services.length ? fitting.map(({ id }) => id) : [];
}

function against({ typeId = '', equipmentIds = [] }: Entered, service: CatalogItem): UnsuitabilityCode[] {
  const vehicle = { ...anyVehicle, typeId, equipmentIds: [...equipmentIds] };
  return whyNot(vehicle, { serviceId: service.id, service, today: '' });
}

const anyVehicle: Vehicle = {
  ...{ id: '', name: '', disabled: false, plate: '', typeId: '', outletId: '', state: 'available' },
  ...{ driverIds: [], carModelIds: [], roadConditionIds: [], serviceIds: [] },
};
