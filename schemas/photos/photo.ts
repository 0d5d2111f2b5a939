// The record of a photo; its bytes travel apart from it.
import Type from 'typebox';
import { Id, Instant, Position, text } from '../core/types.ts';

/** What phones and cameras make, told by the first bytes of a file; see kinds.ts. */
export const photoKinds = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export type PhotoKind = (typeof photoKinds)[number];

/** An accident takes some twenty; what is taken again counts too. */
export const mostPhotos = 60;
export const mostPhotoBytes = 30 * 1024 * 1024;

/** A photo's id is made where it was taken: sent again, it is the same one. */
export const PhotoId = Type.String({ maxLength: 26, pattern: '^[0-9A-HJKMNP-TV-Z]{26}$' });

/** Hex SHA-256 of the bytes. */
export const Sha256 = Type.String({ maxLength: 64, pattern: '^[0-9a-f]{64}$' });

/** What its taker says of a photo. */
export const photoFacts = {
  /** What it shows; see slots.ts. */
  slot: text(40),
  takenAt: Instant,
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 1, maximum: mostPhotoBytes }),
  kind: Type.Enum([...photoKinds]),
  source: Type.Enum(['camera', 'file']),
  position: Type.Optional(Position),
  /** The photo that was taken again. */
  replaces: Type.Optional(PhotoId),
};

/** What was said of the bytes of a photo before they came. */
export type AnnouncedPhoto = Pick<Photo, 'id' | 'sha256' | 'bytes' | 'kind'>;

export const Photo = Type.Object({
  id: Id,
  orderId: Id,
  outletId: Id,
  /** Who drives the order now, as on the order. */
  driverId: Type.Optional(Id),
  by: Id,
  deviceId: Id,
  addedAt: Instant,
  ...photoFacts,
  /** `stored`: the server has the bytes, and they are what the taker's device said. */
  state: Type.Enum(['waiting', 'stored']),
  /** Taken off the order. The bytes are kept, and shown to nobody. */
  removed: Type.Optional(Type.Object({ by: Id, at: Instant })),
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Photo = Type.Static<typeof Photo>;
