// 網點: a branch with vehicles and people.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Latitude, Longitude, Phone, text } from '../core/types.ts';

/** IP addresses or CIDR blocks from which its call system may speak. */
const callSystemAddresses = Type.Array(text(64), { maxItems: 20 });

export const Outlet = Type.Object({
  ...referenceFields,
  phone: Phone,
  contact: Type.Optional(text(60)),
  address: text(200),
  /** WGS-84 degrees. */
  lng: Longitude,
  lat: Latitude,
  /** Left out for whoever does not edit outlets. */
  callSystemAddresses: Type.Optional(callSystemAddresses),
  note: Type.Optional(text(500)),
});
export type Outlet = Type.Static<typeof Outlet>;

/** As it is edited: to leave the addresses out would say nothing of them. */
export const EditedOutlet = Type.Object({ ...Outlet.properties, callSystemAddresses });
