// What still has to be said before a notice can become an order, and the order that it becomes. Pure.
import { creationFrom, type Chosen } from '#schemas/notices/mapping.ts';
import type { Notice, NoticePlace } from '#schemas/notices/notice.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { Find } from '#schemas/orders/events.ts';
import { writeCoordinates } from '../orders/coordinates.ts';
import { emptyDraft, type Draft, type PlaceDraft } from '../orders/draft.ts';

export type Missing = 'serviceId' | 'customerId' | 'pickup' | 'destination';

/** Nothing: it can become an order at once. What was disabled meanwhile has to be chosen anew. */
export function missingFrom(notice: Notice, find: Find): Missing[] {
  const { serviceId = '', customerId = '', pickup, destination } = notice;
  const missing: [Missing, boolean][] = [
    ['serviceId', find('catalog', serviceId)?.disabled !== false],
    ['customerId', find('customers', customerId)?.disabled !== false],
    ['pickup', !isPlaced(pickup)],
    ['destination', destination !== undefined && !isPlaced(destination)],
  ];
  return missing.flatMap(([what, isMissing]) => (isMissing ? [what] : []));
}

const isPlaced = ({ lng, lat }: NoticePlace) => lng !== undefined && lat !== undefined;

/** The order of a notice in which nothing is missing. */
export function orderOf(notice: Notice): CommandPayload<'create-order'> {
  const { outletId, serviceId = '', customerId = '', pickup } = notice;
  const chosen: Chosen = { outletId, serviceId, customerId };
  return creationFrom(notice, chosen, { lng: pickup.lng ?? 0, lat: pickup.lat ?? 0 }, (address) => address);
}

/** The order form as far as the notice fills it. */
export function draftOfNotice(notice: Notice, find: Find): Draft {
  const missing = missingFrom(notice, find);
  const { contact, car, requester } = notice;
  return {
    ...emptyDraft,
    kind: notice.scheduledAt ? 'reservation' : 'normal',
    outletId: notice.outletId,
    serviceId: missing.includes('serviceId') ? null : (notice.serviceId ?? null),
    customerId: missing.includes('customerId') ? null : (notice.customerId ?? null),
    scheduledAt: notice.scheduledAt ?? null,
    contactName: contact.name,
    contactPhone: contact.phone,
    plate: car.plate,
    model: car.model ?? '',
    color: car.color ?? '',
    vin: car.vin ?? '',
    fault: notice.fault ?? '',
    pickup: placeDraft(notice.pickup),
    destination: notice.destination ? placeDraft(notice.destination) : emptyDraft.destination,
    requesterName: requester?.name ?? '',
    requesterPhone: requester?.phone ?? '',
    customerOrderNumber: notice.senderNumber,
    note: notice.note ?? '',
  };
}

const placeDraft = ({ address, lng, lat }: NoticePlace): PlaceDraft => ({
  address,
  coordinates: lng !== undefined && lat !== undefined ? writeCoordinates({ lng, lat }) : '',
  approximate: false,
});
