// 車輛類型, and which of them can do which kind of work.
import type { Row } from './rows.ts';

export const vehicleTypes: readonly Row[] = [
  ['flatbed', '平板拖车', '平板拖車', 'Flatbed'],
  ['service-car', '救援车', '救援車', 'Service car'],
  ['wheel-lift', '拖叉车', '拖叉車', 'Wheel-lift truck'],
  ['full-drop', '落地板拖车', '落地板拖車', 'Full-drop flatbed'],
  ['two-car', '一拖二清障车', '一拖二清障車', 'Two-car carrier'],
  ['pickup', '皮卡救援车', '皮卡救援車', 'Pickup'],
  ['crane', '吊车', '吊車', 'Crane'],
  ['crane-truck', '随车吊', '隨車吊', 'Truck-mounted crane'],
  ['heavy-recovery', '重型清障车', '重型清障車', 'Heavy recovery truck'],
  ['forklift', '叉车', '堆高機', 'Forklift'],
  ['motorcycle', '救援摩托', '救援機車', 'Motorcycle'],
];

const typeIds = (...codes: string[]) => codes.map((code) => `vehicle-type-${code}`);

export const canTow = typeIds('flatbed', 'wheel-lift', 'full-drop', 'two-car', 'heavy-recovery');
export const canTowFromBasement = typeIds('wheel-lift', 'pickup');
export const canCarry = typeIds('flatbed', 'full-drop', 'two-car');
export const canCarryBikes = typeIds('flatbed', 'full-drop', 'pickup');
export const canLift = typeIds('crane', 'crane-truck', 'heavy-recovery');
export const canWinch = typeIds('flatbed', 'wheel-lift', 'full-drop', 'heavy-recovery', 'crane-truck');
export const canMoveGoods = typeIds('crane-truck', 'forklift', 'pickup');
/** Tow trucks carry a booster and tools as well, and are often the nearest. */
export const canHelpOnSite = typeIds('service-car', 'pickup', 'motorcycle', 'flatbed', 'wheel-lift');
export const canCharge = typeIds('service-car', 'pickup');
export const canBringPerson = typeIds('service-car', 'pickup', 'motorcycle');
