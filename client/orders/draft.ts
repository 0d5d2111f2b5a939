// What a clerk has typed so far, and the two ways between it and an order. Pure.
import { equalJson } from '#schemas/core/equal.ts';
import type { Place } from '#schemas/core/types.ts';
import type { CommandPayload, OrderPatch } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import { approximateMark, isApproximate } from './approximate.ts';
import type { CoordinateSystem } from '../ui/map/systems.ts';
import { parseCoordinates, writeCoordinates, type ParsedCoordinates } from './coordinates.ts';

export interface PlaceDraft {
  readonly address: string;
  /** As typed; see `pointOf`. */
  readonly coordinates: string;
  /** What typed numbers are in where they do not say it; the app writes WGS-84. */
  readonly system?: CoordinateSystem | undefined;
  /** The coordinates stand for the neighbourhood only. */
  readonly approximate: boolean;
}

export interface Draft {
  readonly kind: Order['kind'];
  readonly outletId: string | null;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly roadConditionId: string | null;
  /** ISO instant. */
  readonly scheduledAt: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly plate: string;
  readonly model: string;
  readonly color: string;
  readonly vin: string;
  readonly fault: string;
  readonly pickup: PlaceDraft;
  readonly destination: PlaceDraft;
  readonly requesterName: string;
  readonly requesterPhone: string;
  readonly customerOrderNumber: string;
  readonly note: string;
}

const noPlace: PlaceDraft = { address: '', coordinates: '', approximate: false };

export const emptyDraft: Draft = {
  kind: 'normal',
  outletId: null,
  customerId: null,
  serviceId: null,
  roadConditionId: null,
  scheduledAt: null,
  contactName: '',
  contactPhone: '',
  plate: '',
  model: '',
  color: '',
  vin: '',
  fault: '',
  pickup: noPlace,
  destination: noPlace,
  requesterName: '',
  requesterPhone: '',
  customerOrderNumber: '',
  note: '',
};

type Details = Omit<CommandPayload<'create-order'>, 'copiedFrom' | 'noticeId' | 'callId'>;
/** The draft as a payload, complete or not: the schema says what is missing. */
export type DraftDetails = Partial<Details>;

/** Empty fields are left out. */
export function detailsOf(draft: Draft): DraftDetails {
  const requester = requesterOf(draft);
  const destination = placeOf(draft.destination);
  return {
    kind: draft.kind,
    ...chosen(draft),
    contact: { name: draft.contactName.trim(), phone: phoneOf(draft.contactPhone) },
    car: carOf(draft),
    pickup: placeOf(draft.pickup) ?? { address: '', lng: NaN, lat: NaN },
    ...(destination && { destination }),
    ...(requester && { requester }),
    ...filled({
      customerOrderNumber: draft.customerOrderNumber,
      fault: draft.fault,
      note: draft.note,
    }),
  };
}

function chosen(draft: Draft) {
  const { outletId, customerId, serviceId, roadConditionId, scheduledAt } = draft;
  return {
    ...(outletId && { outletId }),
    ...(customerId && { customerId }),
    ...(serviceId && { serviceId }),
    ...(roadConditionId && { roadConditionId }),
    ...(scheduledAt && { scheduledAt }),
  };
}

function carOf({ plate, model, vin, color }: Draft): Details['car'] {
  return { plate: plateOf(plate), ...filled({ model, vin: vin.toUpperCase(), color }) };
}

function requesterOf({ requesterName, requesterPhone }: Draft): Details['requester'] {
  const [name, phone] = [requesterName.trim(), phoneOf(requesterPhone)];
  return name || phone ? { name, ...(phone && { phone }) } : undefined;
}

/** Undefined when nothing was entered; coordinates that cannot be read are NaN, which no schema lets pass. */
function placeOf(place: PlaceDraft): Place | undefined {
  const { address, coordinates, approximate } = place;
  if (address.trim() === '' && coordinates.trim() === '') return undefined;
  const point = pointOf(place);
  const { lng, lat } = 'problem' in point ? { lng: NaN, lat: NaN } : point;
  return { address: `${approximate ? approximateMark : ''}${address.trim()}`, lng, lat };
}

/** WGS-84. */
export const pointOf = ({ coordinates, system }: PlaceDraft): ParsedCoordinates =>
  parseCoordinates(coordinates, system);

function filled<Field extends string>(fields: Record<Field, string>): Partial<Record<Field, string>> {
  const entries = Object.entries<string>(fields).map(([key, value]) => [key, value.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** Plates are written in capitals and without the dot of the metal plate. */
export const plateOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s·•.-]/g, '')
    .toUpperCase();

export const phoneOf = (text: string): string => text.normalize('NFKC').trim();

/** The draft that an order, or a creation, would have come from. */
export function draftOf(order: Details): Draft {
  return {
    kind: order.kind,
    outletId: order.outletId,
    customerId: order.customerId,
    serviceId: order.serviceId,
    roadConditionId: order.roadConditionId ?? null,
    scheduledAt: order.scheduledAt ?? null,
    contactName: order.contact.name,
    contactPhone: order.contact.phone,
    plate: order.car.plate,
    model: order.car.model ?? '',
    color: order.car.color ?? '',
    vin: order.car.vin ?? '',
    fault: order.fault ?? '',
    pickup: placeDraftOf(order.pickup),
    destination: order.destination ? placeDraftOf(order.destination) : noPlace,
    requesterName: order.requester?.name ?? '',
    requesterPhone: order.requester?.phone ?? '',
    customerOrderNumber: order.customerOrderNumber ?? '',
    note: order.note ?? '',
  };
}

/** A copy begins anew: neither its time nor the customer's number belong to the new rescue. */
export const copyOf = (order: Order): Draft => ({
  ...draftOf(order),
  kind: 'normal',
  scheduledAt: null,
  customerOrderNumber: '',
});

export function placeDraftOf(place: Place): PlaceDraft {
  const approximate = isApproximate(place);
  return {
    address: approximate ? place.address.slice(approximateMark.length) : place.address,
    coordinates: writeCoordinates(place),
    approximate,
  };
}

export const editableFields = [
  'outletId',
  'customerId',
  'serviceId',
  'contact',
  'car',
  'pickup',
  'destination',
  'scheduledAt',
  'requester',
  'customerOrderNumber',
  'roadConditionId',
  'fault',
  'note',
] as const satisfies readonly (keyof OrderPatch)[];
export type EditableField = (typeof editableFields)[number];

export interface Edit {
  readonly patch: OrderPatch;
  readonly base: Record<string, unknown>;
}

/**
 * What was changed since the form was opened on `seen`, with the values seen; undefined when nothing was.
 * Changed means changed in the form: a value that the form would write differently is left as it is.
 */
export function editOf(draft: Draft, seen: Order): Edit | undefined {
  const [before, after] = [detailsOf(draftOf(seen)), detailsOf(draft)];
  const changed = editableFields.filter((field) => !equalJson(before[field], after[field]));
  if (changed.length === 0) return undefined;
  return {
    patch: Object.fromEntries(changed.map((field) => [field, after[field] ?? null])),
    base: Object.fromEntries(changed.map((field) => [field, seen[field] ?? null])),
  };
}

const draftFields: Record<EditableField, readonly (keyof Draft)[]> = {
  outletId: ['outletId'],
  customerId: ['customerId'],
  serviceId: ['serviceId'],
  contact: ['contactName', 'contactPhone'],
  car: ['plate', 'model', 'color', 'vin'],
  pickup: ['pickup'],
  destination: ['destination'],
  scheduledAt: ['scheduledAt'],
  requester: ['requesterName', 'requesterPhone'],
  customerOrderNumber: ['customerOrderNumber'],
  roadConditionId: ['roadConditionId'],
  fault: ['fault'],
  note: ['note'],
};

/** What the form shows for one field of an order. */
export function draftPart(field: EditableField, order: Order): Partial<Draft> {
  const draft = draftOf(order);
  return Object.fromEntries(draftFields[field].map((key) => [key, draft[key]]));
}

export const isEditable = (field: string): field is EditableField => Object.hasOwn(draftFields, field);
