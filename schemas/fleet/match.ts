// Which vehicles are right for a rescue, and why the others are not. A dispatcher is told, never stopped: he
// knows more than the lists do.
import type { CatalogItem } from '../catalog/catalog.ts';
import type { Vehicle } from './vehicle.ts';

export const unsuitabilityCodes = [
  'vehicle-in-repair',
  'vehicle-off',
  'insurance-expired',
  'inspection-expired',
  'vehicle-busy',
  'service-not-offered',
  'vehicle-type-unfit',
  'equipment-missing',
  'car-model-not-carried',
  'road-condition-not-supported',
] as const;
export type UnsuitabilityCode = (typeof unsuitabilityCodes)[number];

/** What is asked of a vehicle. */
export interface Rescue {
  readonly serviceId: string;
  readonly roadConditionId?: string | undefined;
  /** The kind of car to be carried (`car-model`); absent when it is not known. */
  readonly carModelId?: string | undefined;
  /** The catalog's service; undefined when it is not known. */
  readonly service: Pick<CatalogItem, 'vehicleTypeIds' | 'equipmentIds' | 'needsDestination'> | undefined;
  /** The company's day, `2026-03-01`. */
  readonly today: string;
}

export interface Match {
  readonly fitting: readonly Vehicle[];
  readonly others: readonly { readonly vehicle: Vehicle; readonly against: readonly UnsuitabilityCode[] }[];
}

/** Of the vehicles in use, in the order given. */
export function match(vehicles: readonly Vehicle[], rescue: Rescue): Match {
  const judged = vehicles
    .filter(({ disabled, deleted }) => !disabled && !deleted)
    .map((vehicle) => ({ vehicle, against: whyNot(vehicle, rescue) }));
  return {
    fitting: judged.filter(({ against }) => against.length === 0).map(({ vehicle }) => vehicle),
    others: judged.filter(({ against }) => against.length > 0),
  };
}

/**
 * What speaks against a vehicle, gravest first; empty when nothing does. A list that holds nothing (services of
 * a vehicle, vehicle types of a service) was never filled in and speaks against nobody.
 */
export function whyNot(vehicle: Vehicle, rescue: Rescue): UnsuitabilityCode[] {
  const { service, roadConditionId, carModelId } = rescue;
  const isCarried = service?.needsDestination === true;
  const against: Record<UnsuitabilityCode, boolean> = {
    'vehicle-in-repair': vehicle.state === 'in-repair',
    'vehicle-off': vehicle.state === 'off',
    'insurance-expired': isPast(vehicle.insuranceExpiresOn, rescue),
    'inspection-expired': isPast(vehicle.inspectionExpiresOn, rescue),
    'vehicle-busy': vehicle.state === 'busy',
    'service-not-offered': lacks(vehicle.serviceIds, rescue.serviceId),
    'vehicle-type-unfit': lacks(service?.vehicleTypeIds, vehicle.typeId),
    'equipment-missing': (service?.equipmentIds ?? []).some((id) => lacks(vehicle.equipmentIds, id)),
    'car-model-not-carried': isCarried && lacks(vehicle.carModelIds, carModelId),
    'road-condition-not-supported': lacks(vehicle.roadConditionIds, roadConditionId),
  };
  return unsuitabilityCodes.filter((code) => against[code]);
}

/** Whether it could be sent, whatever it does just now: for what it does now says nothing about the order. */
export function fitsRescue(vehicle: Vehicle, rescue: Rescue): boolean {
  return whyNot(vehicle, rescue).every((code) => aboutVehicle.includes(code));
}

const aboutVehicle: readonly UnsuitabilityCode[] = [
  'vehicle-in-repair',
  'vehicle-off',
  'insurance-expired',
  'inspection-expired',
  'vehicle-busy',
];

/** What ends on a day holds through that day. */
const isPast = (day: string | undefined, { today }: Rescue): boolean => day !== undefined && day < today;

const lacks = (list: readonly string[] | undefined, id: string | undefined): boolean =>
  list !== undefined && list.length > 0 && id !== undefined && !list.includes(id);
