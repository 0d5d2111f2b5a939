// 短信模板: what is written to people again and again. Fields in braces are filled from the order; `minutes` and
// `time` by whoever sends it, `link` when it leaves.
import type { Row } from './rows.ts';

const written = (body: string) => ({ body });

export const smsTemplates: readonly Row[] = [
  [
    'dispatched',
    '已派车',
    '已派車',
    'On its way',
    written(
      '您好，{outlet}已安排救援车{vehicle}前往{pickup}，司机{driver}，电话{driverPhone}，请保持电话畅通。',
    ),
  ],
  [
    'received',
    '已受理',
    '已受理',
    'Order taken',
    written('您好，{outlet}已受理您的{service}，正在安排救援车前往{pickup}。如有变动请致电{outletPhone}。'),
  ],
  [
    'follow',
    '查看救援车位置',
    '查看救援車位置',
    'Follow the vehicle',
    written('您好，救援车{vehicle}正在赶来，可在此查看位置和预计到达时间：{link}'),
  ],
  [
    'delay',
    '延误致歉',
    '延誤致歉',
    'Delayed',
    written('非常抱歉，因路况原因救援车预计还需{minutes}分钟到达。司机{driver}，电话{driverPhone}。'),
  ],
  [
    'reserved',
    '预约确认',
    '預約確認',
    'Reservation confirmed',
    written('您预约的{service}已登记：{time}，{pickup}。如需更改请致电{outlet}：{outletPhone}。'),
  ],
  [
    'delivered',
    '车辆已送达',
    '車輛已送達',
    'Car delivered',
    written('您的车辆{plate}已送达{destination}，感谢您的信任。'),
  ],
  [
    'rate',
    '邀请评价',
    '邀請評價',
    'Please rate us',
    written('本次{service}已完成，请为我们的服务打分：{link}'),
  ],
  [
    'completed',
    '完成通知（委托人）',
    '完成通知（委託人）',
    'Completed, to the requester',
    written('订单{number}已完成：{plate}，{service}，{pickup}。{outlet} {outletPhone}'),
  ],
];
