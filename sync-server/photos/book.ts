// The photos of the orders that a batch of commands speaks of: what becomes of them, one command after the other.
import type { DocumentChange } from '../replication/changes.ts';
import type { Find, OrderEvent } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';

export class PhotoBook {
  readonly #photos: Map<string, Photo>;
  readonly #stored: ReadonlyMap<string, Photo>;
  readonly #changed = new Set<string>();

  /** @param locked as they are stored; nobody else changes them before this transaction ends */
  constructor(locked: ReadonlyMap<string, Photo>) {
    this.#stored = locked;
    this.#photos = new Map(locked);
  }

  /** Finds the photos that this batch has added, and everything else as before. */
  findAmong(find: Find): Find {
    return ((collection, id) =>
      (collection === 'photos' && this.#photos.get(id)) || find(collection, id)) as Find;
  }

  apply(event: OrderEvent, after: Order): void {
    if (event.type === 'add-photo') {
      this.#change(photoFrom(event, after));
      this.#remove(event.payload.replaces, event);
    }
    if (event.type === 'remove-photo') this.#remove(event.payload.photoId, event);
    this.#follow(after);
  }

  #remove(id: string | undefined, { by, recordedAt, orderId }: OrderEvent): void {
    const photo = id === undefined ? undefined : this.#photos.get(id);
    if (photo?.orderId !== orderId || photo.removed) return;
    this.#change({ ...photo, removed: { by, at: recordedAt } });
  }

  /** Whoever may see the order may see its photos. */
  #follow({ id, outletId, assignment }: Order): void {
    for (const photo of this.#photos.values()) {
      const { driverId: before, ...rest } = photo;
      const driverId = assignment?.driverId;
      if (photo.orderId !== id || (photo.outletId === outletId && before === driverId)) continue;
      this.#change({ ...rest, outletId, ...(driverId && { driverId }) });
    }
  }

  #change(photo: Photo): void {
    this.#photos.set(photo.id, photo);
    this.#changed.add(photo.id);
  }

  changes(): DocumentChange[] {
    return [...this.#photos.values()]
      .filter(({ id }) => this.#changed.has(id))
      .map((photo) => photoChange(photo, !this.#stored.has(photo.id)));
  }
}

export function photoChange({ version: _, ...body }: Photo, isNew: boolean): DocumentChange {
  return { collection: 'photos', id: body.id, body, scopes: documentScopes('photos', body), isNew };
}

function photoFrom(event: Extract<OrderEvent, { type: 'add-photo' }>, after: Order): Photo {
  const { photoId, ...facts } = event.payload;
  return {
    ...facts,
    id: photoId,
    orderId: after.id,
    outletId: after.outletId,
    ...(after.assignment && { driverId: after.assignment.driverId }),
    by: event.by,
    deviceId: event.deviceId,
    addedAt: event.recordedAt,
    state: 'waiting',
  };
}
