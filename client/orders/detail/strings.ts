// The words of an order's own page and of the sheet for its driver.
import { defineStrings, type Strings } from '../../i18n/strings.ts';

const zhCN = {
  print: '打印派工单',
  offline: '这台设备上没有这张订单，查看它需要连接服务器',
  offlineHint: '较早的订单只保存在服务器上。恢复连接后重试。',
  past: '这张订单已经结束多时，只保存在服务器上',
  pastHint: '这里可以查看、打印，也可以复制为新订单。',
  facts: '订单信息',
  map: '地图与轨迹',
  pickup: '救援地点',
  destination: '目的地',
  related: '相关订单',
  fromNotice: (number: string) => `来自订单通知 ${number}`,
  copiedFrom: (number: string) => `复制自订单 ${number}`,
  sameCar: (plate: string) => `同一车辆 ${plate}`,
  noneHere: '最近没有别的订单',
  unnumbered: '待编号',
  allOfCar: '在历史订单里查看这辆车的全部订单',
  sheet: {
    title: '救援派工单',
    equipment: '所需设备',
    dispatchNote: '派遣备注',
    fillIn: { arrived: '到达时间', finished: '完成时间', mileage: '公里数', result: '救援结果' },
    condition: '车况与说明',
    signatures: { contact: '客户签名', driver: '司机签名' },
  },
};

export type DetailStrings = Strings<typeof zhCN>;

export const detailStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
