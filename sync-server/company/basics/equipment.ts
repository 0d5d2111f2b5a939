// 設備器材: what a vehicle may carry beside its bed and its winch.
import type { Row } from './rows.ts';

export const equipment: readonly Row[] = [
  ['dolly', '辅助轮', '輔助輪', 'Dolly wheels'],
  ['winch', '绞盘', '絞盤', 'Winch'],
  ['booster', '搭电宝', '救車電源', 'Jump starter'],
  ['air-pump', '充气泵', '打氣機', 'Air pump'],
  ['jack', '千斤顶', '千斤頂', 'Jack'],
  ['tyre-tools', '换胎工具', '換胎工具', 'Tyre tools'],
  ['ev-charger', '移动充电设备', '行動充電設備', 'Mobile charger'],
  ['fuel-can', '油桶', '油桶', 'Fuel can'],
  ['lockout-kit', '开锁工具', '開鎖工具', 'Lockout kit'],
  ['crane-arm', '吊臂', '吊臂', 'Crane arm'],
  ['slings', '吊带', '吊帶', 'Slings'],
  ['skates', '移车器', '移車器', 'Car skates'],
  ['cones', '警示锥与警示灯', '警示錐與警示燈', 'Cones and beacons'],
];
