// The words of an order's own page and of the sheet for its driver.
import type { DetailStrings } from './strings.ts';

export default {
  print: '列印派工單',
  offline: '這台裝置上沒有這張訂單，查看它需要連線伺服器',
  offlineHint: '較早的訂單只保存在伺服器上。恢復連線後重試。',
  past: '這張訂單已經結束多時，只保存在伺服器上',
  pastHint: '這裡可以查看、列印，也可以複製為新訂單。',
  facts: '訂單資訊',
  map: '地圖與軌跡',
  pickup: '救援地點',
  destination: '目的地',
  related: '相關訂單',
  fromNotice: (number: string) => `來自訂單通知 ${number}`,
  copiedFrom: (number: string) => `複製自訂單 ${number}`,
  sameCar: (plate: string) => `同一車輛 ${plate}`,
  noneHere: '最近沒有別的訂單',
  unnumbered: '待編號',
  allOfCar: '在歷史訂單裡查看這輛車的全部訂單',
  sheet: {
    title: '救援派工單',
    equipment: '所需設備',
    dispatchNote: '派遣備註',
    fillIn: { arrived: '到達時間', finished: '完成時間', mileage: '公里數', result: '救援結果' },
    condition: '車況與說明',
    signatures: { contact: '客戶簽名', driver: '司機簽名' },
  },
} satisfies DetailStrings;
