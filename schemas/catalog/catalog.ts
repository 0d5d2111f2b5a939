// 基礎數據: the lists that everything else chooses from.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Id, text } from '../core/types.ts';

export const catalogTypes = [
  'service',
  'vehicle-type',
  'car-model',
  'road-condition',
  'customer-type',
  'price-item',
  'settlement-method',
  'reason',
  'sms-template',
] as const;
export type CatalogType = (typeof catalogTypes)[number];

export const CatalogItem = Type.Object({
  ...referenceFields,
  type: Type.Enum([...catalogTypes]),
  code: text(40),
  /** Position in lists. */
  sort: Type.Integer({ minimum: 0 }),
  /** Names in the other languages of the app. */
  translations: Type.Optional(
    Type.Object({ 'zh-TW': Type.Optional(text(120)), en: Type.Optional(text(120)) }),
  ),
  /** service: the car is taken somewhere. */
  needsDestination: Type.Optional(Type.Boolean()),
  /** service: vehicle types that can do it. */
  vehicleTypeIds: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  /** reason: the commands it is offered for. */
  reasonFor: Type.Optional(Type.Array(Type.Enum(['void', 'decline', 'empty-run']), { maxItems: 3 })),
  /** price-item: what is charged unless agreed otherwise, in fen for one unit. */
  unitFen: Type.Optional(Type.Integer({ minimum: 0 })),
  /** price-item: what is counted. */
  unit: Type.Optional(Type.Enum(['once', 'km', 'hour', 'wheel'])),
});
export type CatalogItem = Type.Static<typeof CatalogItem>;
