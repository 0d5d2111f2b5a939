// A half-typed order outlives a reload, a flat battery and a wrong click: it lies on this device, one per person.
import { coordinateSystems } from '../ui/map/systems.ts';
import { emptyDraft, type Draft, type PlaceDraft } from './draft.ts';

const keyOf = (staffId: string) => `towline.order-draft.${staffId}`;

/** The draft this person left; undefined when there is none, or storage is forbidden. */
export function readDraft(staffId: string): Draft | undefined {
  try {
    const stored = localStorage.getItem(keyOf(staffId));
    return stored === null ? undefined : parseDraft(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

export function keepDraft(staffId: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(staffId), JSON.stringify(draft));
  } catch {
    // Without storage (private mode, quota) the draft lasts as long as the page.
  }
}

export function dropDraft(staffId: string): void {
  try {
    localStorage.removeItem(keyOf(staffId));
  } catch {
    // Nothing can be there either.
  }
}

/** Takes what still fits today's fields from what an older version may have written. */
export function parseDraft(stored: unknown): Draft | undefined {
  if (!isRecord(stored)) return undefined;
  const text = (key: string): string => (typeof stored[key] === 'string' ? stored[key] : '');
  const choice = (key: string): string | null => text(key) || null;
  return {
    ...emptyDraft,
    kind: stored['kind'] === 'reservation' ? 'reservation' : 'normal',
    outletId: choice('outletId'),
    customerId: choice('customerId'),
    serviceId: choice('serviceId'),
    roadConditionId: choice('roadConditionId'),
    scheduledAt: choice('scheduledAt'),
    contactName: text('contactName'),
    contactPhone: text('contactPhone'),
    plate: text('plate'),
    model: text('model'),
    color: text('color'),
    vin: text('vin'),
    fault: text('fault'),
    pickup: parsePlace(stored['pickup']),
    destination: parsePlace(stored['destination']),
    requesterName: text('requesterName'),
    requesterPhone: text('requesterPhone'),
    customerOrderNumber: text('customerOrderNumber'),
    note: text('note'),
  };
}

function parsePlace(stored: unknown): PlaceDraft {
  if (!isRecord(stored)) return emptyDraft.pickup;
  const { address, coordinates, approximate } = stored;
  const system = coordinateSystems.find((known) => known === stored['system']);
  return {
    address: typeof address === 'string' ? address : '',
    coordinates: typeof coordinates === 'string' ? coordinates : '',
    approximate: approximate === true,
    ...(system && { system }),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
