// 網點: a branch with vehicles and people.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Latitude, Longitude, Phone, text } from '../core/types.ts';

export const Outlet = Type.Object({
  ...referenceFields,
  phone: Phone,
  contact: Type.Optional(text(60)),
  address: text(200),
  /** WGS-84 degrees. */
  lng: Longitude,
  lat: Latitude,
  /** IP addresses or CIDR blocks from which its call system may speak. */
  callSystemAddresses: Type.Array(text(64), { maxItems: 20 }),
  note: Type.Optional(text(500)),
});
export type Outlet = Type.Static<typeof Outlet>;
