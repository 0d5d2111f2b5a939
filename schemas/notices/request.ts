// What a sender posts. Fields that it does not name are kept and shown to people.
import Type from 'typebox';
import { filledText } from '../core/types.ts';
import { offered } from './notice.ts';

/** The systems in which maps used in China give coordinates. */
export const coordinateSystems = ['wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

export const NoticeRequest = Type.Object({
  number: filledText(60),
  ...offered,
  coordinateSystem: Type.Optional(Type.Enum([...coordinateSystems])),
});
export type NoticeRequest = Type.Static<typeof NoticeRequest>;

export const noticeBodyBytes = 64_000;

/** Longer than this, what else was sent is not shown; it is kept with the request. */
const extraLength = 8_000;

/** The fields that are the sender's own. */
export function extraOf(body: object): Record<string, unknown> | undefined {
  const own = Object.entries(body).filter(([field]) => !Object.hasOwn(NoticeRequest.properties, field));
  const extra = Object.fromEntries(own);
  return own.length > 0 && JSON.stringify(extra).length <= extraLength ? extra : undefined;
}
