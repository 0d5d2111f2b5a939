// What photos of a rescue show, and which of them a service calls for.
import type { OrderStatus } from '../orders/order.ts';

/** In the order in which they are taken. */
export const photoSlots = ['before', 'scene', 'loaded', 'delivered', 'signature', 'other'] as const;
export type PhotoSlot = (typeof photoSlots)[number];

export const isPhotoSlot = (slot: string): slot is PhotoSlot => photoSlots.some((known) => known === slot);

interface Service {
  readonly needsDestination?: boolean | undefined;
}

/** Where nothing is towed, nothing is loaded or delivered. */
export function requiredSlots(service: Service | undefined): readonly PhotoSlot[] {
  return service?.needsDestination
    ? ['before', 'scene', 'loaded', 'delivered', 'signature']
    : ['before', 'scene', 'signature'];
}

/** Those to be offered: what is called for, what there is already, and anything else. */
export function offeredSlots(service: Service | undefined, present: Iterable<string>): readonly PhotoSlot[] {
  const wanted = new Set<string>([...requiredSlots(service), ...present, 'other']);
  return photoSlots.filter((slot) => wanted.has(slot));
}

export function missingSlots(service: Service | undefined, present: Iterable<string>): readonly PhotoSlot[] {
  const there = new Set(present);
  return requiredSlots(service).filter((slot) => !there.has(slot));
}

/** Those to be taken before a driver at the place takes his next step; nothing before he is there. */
export function dueSlots(service: Service | undefined, status: OrderStatus): readonly PhotoSlot[] {
  switch (status) {
    case 'on-scene':
      return ['before', 'scene'];
    case 'working':
      return service?.needsDestination ? ['before', 'scene', 'loaded'] : requiredSlots(service);
    case 'towing':
      return ['before', 'scene', 'loaded'];
    case 'at-destination':
      return requiredSlots(service);
    default:
      return [];
  }
}
