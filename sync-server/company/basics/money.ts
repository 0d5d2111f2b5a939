// 收費項目 with their usual prices in fen, and 入賬方式. A price of 0 is entered per order, such as a toll.
import type { Row } from './rows.ts';

const each = (unit: 'once' | 'km' | 'hour' | 'wheel', unitFen: number) => ({ unit, unitFen });

export const priceItems: readonly Row[] = [
  ['start', '救援起步价', '救援起步價', 'Rescue call-out', each('once', 20000)],
  ['tow-start', '拖车起步价', '拖車起步價', 'Tow call-out', { ...each('once', 30000), includedKm: 15 }],
  ['tow-km', '拖车超公里', '拖車超公里', 'Tow kilometres', each('km', 1500)],
  ['basement', '地库拖车费', '地庫拖車費', 'Basement tow', { ...each('once', 50000), includedKm: 15 }],
  ['dolly', '辅助轮', '輔助輪', 'Dolly wheel', each('wheel', 8000)],
  ['recovery', '困境救援费', '困境救援費', 'Recovery', each('once', 50000)],
  ['crane', '吊装费', '吊裝費', 'Crane lift', each('once', 180000)],
  ['out-km', '出车公里', '出車公里', 'Kilometres out', each('km', 500)],
  ['return-km', '返程公里', '返程公里', 'Kilometres back', each('km', 500)],
  ['empty-run', '空驶费', '空駛費', 'Empty run', each('once', 10000)],
  ['empty-km', '空驶公里', '空駛公里', 'Empty kilometres', each('km', 500)],
  ['waiting', '等候费', '等候費', 'Waiting', each('hour', 6000)],
  ['night', '夜间附加费', '夜間附加費', 'Night surcharge', each('once', 5000)],
  ['holiday', '节假日附加费', '節假日附加費', 'Holiday surcharge', each('once', 10000)],
  ['highway', '高速高架附加费', '高速高架附加費', 'Motorway surcharge', each('once', 10000)],
  ['toll', '过路费', '過路費', 'Toll', each('once', 0)],
  ['parking', '停车费', '停車費', 'Parking', each('once', 0)],
  ['weighing', '过磅费', '過磅費', 'Weighing', each('once', 5000)],
  ['overlong', '超长附加费', '超長附加費', 'Overlong surcharge', each('once', 20000)],
  ['storage', '停放保管费', '停放保管費', 'Storage', each('once', 3000)],
  ['parts', '配件材料费', '零件材料費', 'Parts', each('once', 0)],
  ['cancellation', '取消费', '取消費', 'Cancellation', each('once', 5000)],
  ['other', '其他费用', '其他費用', 'Other', each('once', 0)],
];

export const settlementMethods: readonly Row[] = [
  ['monthly', '月结', '月結', 'Monthly'],
  ['cash', '现金', '現金', 'Cash'],
  ['wechat', '微信支付', '微信支付', 'WeChat Pay'],
  ['alipay', '支付宝', '支付寶', 'Alipay'],
  ['signed', '签单', '簽單', 'Signed for'],
  ['transfer', '银行转账', '銀行轉帳', 'Bank transfer'],
  ['insurer-direct', '保险直结', '保險直結', 'Paid by the insurer'],
  ['on-behalf', '代付', '代付', 'Paid on behalf'],
  ['prepaid', '预存', '預存', 'Prepaid'],
  ['cheque', '支票', '支票', 'Cheque'],
];
