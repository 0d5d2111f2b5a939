// 原因: why an order was voided or declined, or ended as an empty run.
import type { Row } from './rows.ts';

type Use = 'void' | 'decline' | 'empty-run';
const offeredFor = (...reasonFor: Use[]) => ({ reasonFor });

export const reasons: readonly Row[] = [
  ['void-customer-cancelled', '客户取消', '客戶取消', 'Customer cancelled', offeredFor('void')],
  ['void-duplicate', '重复下单', '重複下單', 'Duplicate order', offeredFor('void')],
  ['void-solved', '客户已自行解决', '客戶已自行解決', 'Solved by the customer', offeredFor('void')],
  ['void-wait-too-long', '客户嫌等待过久', '客戶嫌等待過久', 'Customer would not wait', offeredFor('void')],
  ['void-price', '价格未谈妥', '價格未談妥', 'No agreement on the price', offeredFor('void')],
  ['void-wrong-entry', '录入错误', '登錄錯誤', 'Entered by mistake', offeredFor('void')],
  ['void-unreachable', '联系不上客户', '聯繫不上客戶', 'Customer cannot be reached', offeredFor('void')],
  ['decline-busy', '正在执行其他任务', '正在執行其他任務', 'Busy with another job', offeredFor('decline')],
  ['decline-equipment', '设备不合适', '設備不合適', 'Wrong equipment', offeredFor('decline')],
  ['decline-breakdown', '车辆故障', '車輛故障', 'Own vehicle broke down', offeredFor('decline')],
  ['decline-too-far', '距离太远', '距離太遠', 'Too far away', offeredFor('decline')],
  ['decline-off-duty', '已下班', '已下班', 'Off duty', offeredFor('decline')],
  [
    'empty-run-cancelled',
    '到达前客户取消',
    '到達前客戶取消',
    'Cancelled on the way',
    offeredFor('empty-run'),
  ],
  ['empty-run-gone', '到达后车辆已离开', '到達後車輛已離開', 'Car had left', offeredFor('empty-run')],
  ['empty-run-started', '车辆已自行启动', '車輛已自行啟動', 'Car started by itself', offeredFor('empty-run')],
  ['empty-run-no-access', '无法进入现场', '無法進入現場', 'No access to the scene', offeredFor('empty-run')],
  ['empty-run-equipment', '现场需换设备', '現場需換設備', 'Other equipment needed', offeredFor('empty-run')],
  ['empty-run-refused', '客户拒绝服务', '客戶拒絕服務', 'Service refused on site', offeredFor('empty-run')],
];
