// The building blocks of every document: ids, instants, money, places. Lengths are capped everywhere,
// because each document is replicated to phones.
import Type from 'typebox';

/** A ULID, or a readable id of ready-made data such as `service-tow`. */
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9_.:-]*$' });

/** An ISO 8601 instant with its offset. Towline itself writes UTC with milliseconds. */
export const Instant = Type.String({
  maxLength: 40,
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
});

/** A day of the company's calendar, `2026-03-01`. */
export const Day = Type.String({
  maxLength: 10,
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
});

/** A time of day by the company's clock, `08:00`; `24:00` is the end of the day. */
export const TimeOfDay = Type.String({ maxLength: 5, pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' });

/** Integer fen, at most 100 million yuan either way. */
export const Fen = Type.Integer({ minimum: -10_000_000_000, maximum: 10_000_000_000 });
export const FenNotNegative = Type.Integer({ minimum: 0, maximum: 10_000_000_000 });
export const FenPositive = Type.Integer({ minimum: 1, maximum: 10_000_000_000 });

export const Kilometres = Type.Number({ minimum: 0, maximum: 100_000 });

export const text = (maxLength: number) => Type.String({ maxLength });
export const filledText = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const Phone = Type.String({ minLength: 3, maxLength: 32, pattern: '^[+0-9][0-9() -]*(转[0-9]+)?$' });

export const Longitude = Type.Number({ minimum: -180, maximum: 180 });
export const Latitude = Type.Number({ minimum: -90, maximum: 90 });

/** A place for people and for the map. Coordinates are WGS-84 degrees. */
export const Place = Type.Object({ address: filledText(200), lng: Longitude, lat: Latitude });
export type Place = Type.Static<typeof Place>;

/** Where a device believed it was: WGS-84 degrees, accuracy in metres. */
export const Position = Type.Object({
  lng: Longitude,
  lat: Latitude,
  accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000 })),
});
export type Position = Type.Static<typeof Position>;

export const Person = Type.Object({ name: filledText(60), phone: Phone });
export type Person = Type.Static<typeof Person>;
