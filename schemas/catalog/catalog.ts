// 基礎數據: the lists that everything else chooses from.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { TimeTargets } from '../orders/target-fields.ts';
import { Id, Kilometres, filledText, text } from '../core/types.ts';

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
  'equipment',
  'car-make',
] as const;
export type CatalogType = (typeof catalogTypes)[number];

/** A `rule` is none of the lists: see finance/rules.ts. */
const kinds = [...catalogTypes, 'rule'] as const;

export const CatalogItem = Type.Object({
  ...referenceFields,
  type: Type.Enum([...kinds]),
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
  /** service: the road condition matters for choosing a vehicle. */
  asksRoadCondition: Type.Optional(Type.Boolean()),
  /** service: equipment that a vehicle needs for it. */
  equipmentIds: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  /** service: how soon it is to be done, unless agreed otherwise with the customer. */
  targets: Type.Optional(TimeTargets),
  /** vehicle-type: what it carries at most unless the vehicle itself says otherwise. */
  maxLoadKg: Type.Optional(Type.Integer({ minimum: 0, maximum: 200_000 })),
  /** car-make: its models, each with its kind of car (a `car-model`). */
  models: Type.Optional(
    Type.Array(Type.Object({ name: filledText(60), carModelId: Type.Optional(Id) }), { maxItems: 200 }),
  ),
  /** sms-template: the text with fields in braces, such as `{plate}`. */
  body: Type.Optional(text(500)),
  /** sms-template: what the template is called at the company's SMS provider. */
  providerCode: Type.Optional(text(60)),
  /** reason: the commands it is offered for. */
  reasonFor: Type.Optional(Type.Array(Type.Enum(['void', 'decline', 'empty-run']), { maxItems: 3 })),
  /** price-item: what is charged unless agreed otherwise, in fen for one unit. */
  unitFen: Type.Optional(Type.Integer({ minimum: 0 })),
  /** price-item: kilometres with the car that its price holds. */
  includedKm: Type.Optional(Kilometres),
  /** price-item: what is counted. */
  unit: Type.Optional(Type.Enum(['once', 'km', 'hour', 'wheel'])),
});
export type CatalogItem = Type.Static<typeof CatalogItem>;

/** A service that does not say asks where it takes the car somewhere, and one that is not known may. */
export const asksRoadCondition = (service: CatalogItem | undefined): boolean =>
  service?.asksRoadCondition ?? service?.needsDestination ?? true;
