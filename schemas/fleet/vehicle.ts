// 車輛: what goes out to the rescue.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Day, Id, filledText, text } from '../core/types.ts';

export const vehicleStates = ['available', 'busy', 'off', 'in-repair'] as const;

const idList = Type.Array(Id, { maxItems: 200 });

export const Vehicle = Type.Object({
  ...referenceFields,
  plate: filledText(16),
  typeId: Id,
  outletId: Id,
  driverIds: idList,
  carModelIds: idList,
  roadConditionIds: idList,
  serviceIds: idList,
  state: Type.Enum([...vehicleStates]),
  equipmentIds: Type.Optional(idList),
  /** Maker and model of the vehicle itself. */
  model: Type.Optional(text(60)),
  plateColor: Type.Optional(Type.Enum(['blue', 'yellow', 'green', 'yellow-green', 'white', 'black'])),
  maxLoadKg: Type.Optional(Type.Integer({ minimum: 0, maximum: 200_000 })),
  /** Where its position comes from. */
  positionSource: Type.Optional(Type.Enum(['phone', 'device', 'none'])),
  insuranceExpiresOn: Type.Optional(Day),
  inspectionExpiresOn: Type.Optional(Day),
  note: Type.Optional(text(500)),
});
export type Vehicle = Type.Static<typeof Vehicle>;

/** 實時位置: the last place a vehicle or driver reported. */
export const VehiclePosition = Type.Object({
  id: Id,
  driverId: Id,
  vehicleId: Type.Optional(Id),
  outletId: Id,
  lng: Type.Number(),
  lat: Type.Number(),
  accuracy: Type.Optional(Type.Number()),
  at: Type.String({ maxLength: 40 }),
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type VehiclePosition = Type.Static<typeof VehiclePosition>;
