// What the fields of a command are called.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  kind: '类型',
  outletId: '网点',
  customerId: '客户',
  serviceId: '服务',
  contact: '联系人',
  requester: '委托人',
  car: '车辆',
  pickup: '救援地点',
  destination: '目的地',
  scheduledAt: '预约时间',
  customerOrderNumber: '客户单号',
  roadConditionId: '路况',
  fault: '故障',
  note: '备注',
  vehicleId: '救援车',
  driverId: '司机',
  reason: '原因',
  mileageKm: '里程（公里）',
  odometerKm: '里程表（公里）',
  collectedFen: '代收金额',
  amountFen: '金额',
  receivedFen: '实收',
  method: '入账方式',
  position: '位置',
};

export type FieldStrings = Strings<typeof zhCN>;

export const fieldStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./field-strings.zh-TW.ts'),
  en: () => import('./field-strings.en.ts'),
});
