// The twelve vehicles of the demo company. What a vehicle can do follows from its type.
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { basicCatalog } from '../../company/catalog.ts';

type Vehicle = DocumentOf<'vehicles'>;
type Row = readonly [plate: string, type: string, drivers: number[], state?: Vehicle['state']];

const gongshu: readonly Row[] = [
  ['浙A7K3T5', 'flatbed', [1, 5]],
  ['浙A2M8H6', 'flatbed', [6, 2]],
  ['浙AD06218', 'service-car', [2, 7]],
  ['浙A9F5J1', 'wheel-lift', [5, 1]],
  ['浙AF31970', 'pickup', [7, 6]],
  ['浙A5C1W8', 'crane', [6, 7]],
  ['浙A3R6D2', 'full-drop', [1, 7], 'in-repair'],
];

const binjiang: readonly Row[] = [
  ['浙A8N4B7', 'flatbed', [4, 8]],
  ['浙AD52903', 'service-car', [3, 10]],
  ['浙A6G2X9', 'wheel-lift', [8, 9]],
  ['浙A1V7P4', 'crane-truck', [9, 4]],
  ['浙AF88046', 'pickup', [10, 3]],
];

const catalog = basicCatalog();
const cars = ['sedan', 'suv', 'electric', 'mpv', 'van'];
const underRoofs = ['basement', 'multi-storey', 'low-clearance', 'narrow'].map(
  (code) => `road-condition-${code}`,
);
const low = ['service-car', 'pickup', 'wheel-lift'];

export const vehicles: readonly Vehicle[] = [
  ...gongshu.map((row, index) => document('outlet-gongshu', row, index + 1)),
  ...binjiang.map((row, index) => document('outlet-binjiang', row, gongshu.length + index + 1)),
];

function document(outletId: string, [plate, type, drivers, state]: Row, number: number): Vehicle {
  const typeId = `vehicle-type-${type}`;
  return {
    id: `vehicle-${String(number).padStart(2, '0')}`,
    name: plate,
    disabled: false,
    plate,
    typeId,
    outletId,
    driverIds: drivers.map((driver) => `staff-driver${driver}`),
    carModelIds: carModelsOf(type).map((code) => `car-model-${code}`),
    roadConditionIds: catalog.filter((item) => isPassable(type, item.id)).map(({ id }) => id),
    serviceIds: catalog.filter(({ vehicleTypeIds }) => vehicleTypeIds?.includes(typeId)).map(({ id }) => id),
    state: state ?? 'available',
  };
}

function carModelsOf(type: string): string[] {
  if (type === 'crane' || type === 'crane-truck')
    return [...cars, 'light-truck', 'medium-truck', 'heavy-truck', 'bus'];
  if (type === 'flatbed' || type === 'wheel-lift') return [...cars, 'light-truck', 'motorcycle'];
  return type === 'full-drop' ? [...cars, 'low', 'motorcycle'] : [...cars, 'low', 'light-truck'];
}

/** Only low vehicles pass where the height is limited. */
function isPassable(type: string, id: string): boolean {
  return id.startsWith('road-condition-') && (low.includes(type) || !underRoofs.includes(id));
}
