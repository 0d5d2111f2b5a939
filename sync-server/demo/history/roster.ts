// Which crew is free: nobody of the demo drives two rescues at once.
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import { vehicles } from '../data/vehicles.ts';
import type { Random } from './random.ts';

export interface Crew {
  readonly vehicleId: string;
  readonly driverId: string;
}

interface Need {
  readonly outletId: string;
  readonly serviceId: string;
  readonly from: number;
  readonly to: number;
  /** Already on this order. */
  readonly except?: Crew;
}

export interface Roster {
  /** A free vehicle that can do it, with one of its drivers; undefined when there is none. */
  readonly find: (need: Need, random: Random) => Crew | undefined;
  readonly book: (crew: Crew, from: number, to: number) => void;
}

export function roster(): Roster {
  const booked = new Map<string, { from: number; to: number }[]>();
  const isFree = (id: string, { from, to }: Need) =>
    (booked.get(id) ?? []).every((other) => other.to <= from || to <= other.from);
  const freeCrews = (need: Need) =>
    vehicles
      .filter((vehicle) => canGo(vehicle, need) && isFree(vehicle.id, need))
      .flatMap(({ id, driverIds }) => driverIds.map((driverId) => ({ vehicleId: id, driverId })))
      .filter(({ driverId }) => driverId !== need.except?.driverId && isFree(driverId, need));
  return {
    find: (need, random) => {
      const crews = freeCrews(need);
      return crews.length > 0 ? random.pick(crews) : undefined;
    },
    book: ({ vehicleId, driverId }, from, to) => {
      for (const id of [vehicleId, driverId]) booked.set(id, [...(booked.get(id) ?? []), { from, to }]);
    },
  };
}

function canGo(vehicle: Vehicle, { outletId, serviceId, except }: Need): boolean {
  return (
    vehicle.outletId === outletId &&
    vehicle.serviceIds.includes(serviceId) &&
    vehicle.state === 'available' &&
    vehicle.id !== except?.vehicleId
  );
}
