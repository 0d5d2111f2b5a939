// What the fields of a command are called.
import type { FieldStrings } from './field-strings.ts';

export default {
  kind: '類型',
  outletId: '網點',
  customerId: '客戶',
  serviceId: '服務',
  contact: '聯繫人',
  requester: '委託人',
  car: '車輛',
  pickup: '救援地點',
  destination: '目的地',
  scheduledAt: '預約時間',
  customerOrderNumber: '客戶單號',
  roadConditionId: '路況',
  fault: '故障',
  note: '備註',
  vehicleId: '救援車',
  driverId: '司機',
  reason: '原因',
  mileageKm: '里程（公里）',
  odometerKm: '里程表（公里）',
  collectedFen: '代收金額',
  amountFen: '金額',
  receivedFen: '實收',
  method: '入賬方式',
  position: '位置',
} satisfies FieldStrings;
