// The thirteen collections that are replicated: their schemas, which way they flow, and how a browser
// indexes them. Thirteen is all that RxDB's open-source build allows.
import type Type from 'typebox';
import { CatalogItem } from '../catalog/catalog.ts';
import { Customer } from '../customers/customer.ts';
import { Statement } from '../finance/statements/statement.ts';
import { Vehicle, VehiclePosition } from '../fleet/vehicle.ts';
import { Notice } from '../notices/notice.ts';
import { CommandDocument } from '../orders/commands.ts';
import { Order } from '../orders/order.ts';
import { Outlet } from '../outlets/outlet.ts';
import { Photo } from '../photos/photo.ts';
import { Role, Staff } from '../staff/staff.ts';
import { Call } from '../telephony/call.ts';
import type { Step } from './versions.ts';

type Flow = 'down' | 'commands' | 'reference';

interface Definition<Schema extends Type.TObject, Direction extends Flow> {
  readonly schema: Schema;
  /** Grows when documents of the former shape can no longer be read. */
  readonly version: number;
  /** How documents of former versions are still understood; see versions.ts. */
  readonly steps: Readonly<Record<number, Step>>;
  /** `down`: made by the server alone. `commands`: insert-only requests. `reference`: edited on devices and merged. */
  readonly flow: Direction;
  readonly indexes: readonly (readonly string[])[];
}

const define = <Schema extends Type.TObject, Direction extends Flow>(
  flow: Direction,
  schema: Schema,
  indexes: readonly (readonly string[])[] = [],
): Definition<Schema, Direction> => ({ schema, version: 0, steps: {}, flow, indexes });

export const collections = {
  orders: define('down', Order, [['recency'], ['status', 'recency']]),
  commands: define('commands', CommandDocument, [['orderId'], ['n']]),
  notices: define('down', Notice),
  statements: define('down', Statement),
  calls: define('down', Call),
  photos: define('down', Photo, [['orderId']]),
  positions: define('down', VehiclePosition),
  customers: define('reference', Customer),
  vehicles: define('reference', Vehicle),
  outlets: define('reference', Outlet),
  staff: define('reference', Staff),
  roles: define('reference', Role),
  catalog: define('reference', CatalogItem),
} as const;

export type Collection = keyof typeof collections;
export type DocumentOf<Name extends Collection> = Type.Static<(typeof collections)[Name]['schema']>;
/** A reference document as a rule reads it; other collections cannot be referred to by rules. */
export type ReferenceOf<Name extends Collection> = DocumentOf<Name>;
export type ReferenceCollection = {
  [Name in Collection]: (typeof collections)[Name]['flow'] extends 'reference' ? Name : never;
}[Collection];

export const collectionNames = Object.keys(collections) as Collection[];

export const isReference = (name: Collection): name is ReferenceCollection =>
  collections[name].flow === 'reference';

export const isCollection = (name: string): name is Collection => Object.hasOwn(collections, name);
