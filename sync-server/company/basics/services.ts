// 服務項目: what is done for a car that does not go on.
import {
  canBringPerson,
  canCarry,
  canCarryBikes,
  canCharge,
  canHelpOnSite,
  canLift,
  canMoveGoods,
  canTow,
  canTowFromBasement,
  canWinch,
} from './vehicle-types.ts';
import type { Row } from './rows.ts';

/** Where the car stands decides which vehicle can get at it. */
const moves = (vehicleTypeIds: string[], ...equipment: string[]) => ({
  needsDestination: true,
  asksRoadCondition: true,
  vehicleTypeIds,
  ...needing(equipment),
});
const onSite = (vehicleTypeIds: string[], ...equipment: string[]) => ({
  needsDestination: false,
  vehicleTypeIds,
  ...needing(equipment),
});
const fromTrouble = (vehicleTypeIds: string[], ...equipment: string[]) => ({
  ...onSite(vehicleTypeIds, ...equipment),
  asksRoadCondition: true,
});
const needing = (codes: string[]) =>
  codes.length > 0 ? { equipmentIds: codes.map((code) => `equipment-${code}`) } : {};

export const services: readonly Row[] = [
  ['tow', '拖车牵引', '拖車牽引', 'Tow', moves(canTow)],
  ['jump-start', '搭电', '搭電', 'Jump start', onSite(canHelpOnSite)],
  ['tyre-change', '换胎', '換胎', 'Tyre change', onSite(canHelpOnSite)],
  ['accident-tow', '事故拖车', '事故拖車', 'Accident tow', moves(canTow)],
  ['basement-tow', '地库拖车', '地庫拖車', 'Basement tow', moves(canTowFromBasement)],
  ['fuel', '送油', '送油', 'Fuel delivery', onSite(canHelpOnSite)],
  ['battery', '换电瓶', '換電瓶', 'Battery replacement', onSite(canHelpOnSite)],
  ['lockout', '开锁', '開鎖', 'Lockout', onSite(canHelpOnSite)],
  ['inflation', '充气', '充氣', 'Tyre inflation', onSite(canHelpOnSite)],
  ['recovery', '困境救援', '困境救援', 'Recovery', fromTrouble(canWinch, 'winch')],
  ['on-site-repair', '现场抢修', '現場搶修', 'On-site repair', onSite(canHelpOnSite)],
  ['ev-charging', '新能源补电', '新能源補電', 'EV charging', onSite(canCharge, 'ev-charger')],
  ['dolly', '加辅助轮拖车', '加輔助輪拖車', 'Tow on dolly wheels', moves(canTowFromBasement, 'dolly')],
  ['crane-lift', '吊装', '吊裝', 'Crane lift', fromTrouble(canLift)],
  ['water', '送水', '送水', 'Coolant delivery', onSite(canHelpOnSite)],
  ['motorcycle-rescue', '摩托车救援', '機車救援', 'Motorcycle rescue', moves(canCarryBikes)],
  ['spare-key', '送备用钥匙', '送備用鑰匙', 'Spare key delivery', onSite(canBringPerson)],
  ['chauffeur', '代驾', '代駕', 'Chauffeur', moves(canBringPerson)],
  ['transport', '商品车托运', '商品車託運', 'Car transport', moves(canCarry)],
  ['goods-transfer', '货物转运', '貨物轉運', 'Cargo transfer', moves(canMoveGoods)],
  ['inspection', '查勘', '查勘', 'Inspection', onSite(canBringPerson)],
  ['guarding', '现场看护', '現場看護', 'Guarding on site', onSite(canBringPerson)],
];
