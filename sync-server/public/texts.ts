// The words of the rescued person's page, in his browser's language.
import type { Progress } from './progress.ts';

export interface Texts {
  readonly lang: string;
  readonly title: string;
  readonly phase: Readonly<Record<Progress['phase'], readonly [title: string, hint: string]>>;
  readonly arrives: (minutes: number) => string;
  readonly away: (distance: string) => string;
  readonly seen: (time: string) => string;
  /** Nothing was heard of it since then. */
  readonly wasAway: (distance: string, time: string) => string;
  readonly vehicle: string;
  readonly driver: (surname: string) => string;
  readonly call: string;
  readonly you: string;
  readonly sketch: string;
  readonly rate: string;
  readonly stars: readonly [string, string, string, string, string];
  readonly comment: string;
  readonly send: string;
  readonly choose: string;
  readonly thanks: string;
  readonly given: (stars: number) => string;
  readonly refreshes: string;
  readonly gone: readonly [title: string, hint: string];
}

const zhCN: Texts = {
  lang: 'zh-CN',
  title: '道路救援',
  phase: {
    waiting: ['正在安排救援车', '安排好后，这里会显示车牌和到达时间。'],
    sent: ['救援车正在赶来', '请在安全的地方等候，打开双闪。'],
    there: ['救援车已到达', '师傅正在现场处理。'],
    towing: ['正在拖运', '车辆已装车，正送往目的地。'],
    delivered: ['车辆已送达', '请与师傅核对车况和随车物品。'],
    completed: ['救援已完成', '感谢您的信任，一路平安。'],
    ended: ['本次救援已结束', '如还需要帮助，请致电给您安排救援的人。'],
  },
  arrives: (minutes) => `约 ${minutes} 分钟后到达`,
  away: (distance) => `距您 ${distance}`,
  seen: (time) => `位置更新于 ${time}`,
  wasAway: (distance, time) => `${time} 时距您 ${distance}，之后没有收到新的位置`,
  vehicle: '救援车',
  driver: (surname) => `${surname}师傅`,
  call: '打电话给师傅',
  you: '您的车',
  sketch: '救援车与您的车的相对位置',
  rate: '您对这次救援满意吗？',
  stars: ['很不满意', '不满意', '一般', '满意', '非常满意'],
  comment: '想对我们说的话（可不填）',
  send: '提交评价',
  choose: '请选择星级。',
  thanks: '评价已收到，谢谢！',
  given: (stars) => `您给了 ${stars} 星`,
  refreshes: '本页每 30 秒自动刷新。',
  gone: ['链接已失效', '救援链接 7 天内有效。如还需要帮助，请致电给您安排救援的人。'],
};

const zhTW: Texts = {
  lang: 'zh-TW',
  title: '道路救援',
  phase: {
    waiting: ['正在安排救援車', '安排好後，這裡會顯示車牌和到達時間。'],
    sent: ['救援車正在趕來', '請在安全的地方等候，打開雙黃燈。'],
    there: ['救援車已到達', '師傅正在現場處理。'],
    towing: ['正在拖運', '車輛已裝車，正送往目的地。'],
    delivered: ['車輛已送達', '請與師傅核對車況和隨車物品。'],
    completed: ['救援已完成', '感謝您的信任，一路平安。'],
    ended: ['本次救援已結束', '如還需要幫助，請致電給您安排救援的人。'],
  },
  arrives: (minutes) => `約 ${minutes} 分鐘後到達`,
  away: (distance) => `距您 ${distance}`,
  seen: (time) => `位置更新於 ${time}`,
  wasAway: (distance, time) => `${time} 時距您 ${distance}，之後沒有收到新的位置`,
  vehicle: '救援車',
  driver: (surname) => `${surname}師傅`,
  call: '打電話給師傅',
  you: '您的車',
  sketch: '救援車與您的車的相對位置',
  rate: '您對這次救援滿意嗎？',
  stars: ['很不滿意', '不滿意', '一般', '滿意', '非常滿意'],
  comment: '想對我們說的話（可不填）',
  send: '送出評價',
  choose: '請選擇星級。',
  thanks: '評價已收到，謝謝！',
  given: (stars) => `您給了 ${stars} 星`,
  refreshes: '本頁每 30 秒自動更新。',
  gone: ['連結已失效', '救援連結 7 天內有效。如還需要幫助，請致電給您安排救援的人。'],
};

const en: Texts = {
  lang: 'en',
  title: 'Roadside rescue',
  phase: {
    waiting: ['A vehicle is being arranged', 'Its plate and when it comes will stand here.'],
    sent: ['Help is on its way', 'Wait in a safe place with your hazard lights on.'],
    there: ['Help has arrived', 'The technician is working on it.'],
    towing: ['Your car is being towed', 'It is loaded and on its way.'],
    delivered: ['Your car has arrived', 'Check the car and your belongings with the driver.'],
    completed: ['The rescue is done', 'Thank you, and drive safely.'],
    ended: ['This rescue has ended', 'If you still need help, phone whoever arranged it.'],
  },
  arrives: (minutes) => `Arrives in about ${minutes} min`,
  away: (distance) => `${distance} away`,
  seen: (time) => `Seen there at ${time}`,
  wasAway: (distance, time) => `${distance} away at ${time}; not heard of since then`,
  vehicle: 'Vehicle',
  driver: (surname) => surname,
  call: 'Phone the driver',
  you: 'Your car',
  sketch: 'Where the vehicle is as seen from your car',
  rate: 'How was it?',
  stars: ['Very bad', 'Bad', 'So-so', 'Good', 'Very good'],
  comment: 'Anything you want to tell us (optional)',
  send: 'Send',
  choose: 'Choose the stars first.',
  thanks: 'We have it. Thank you!',
  given: (stars) => `You gave ${stars} ${stars === 1 ? 'star' : 'stars'}`,
  refreshes: 'This page renews itself every 30 seconds.',
  gone: ['This link has expired', 'Links are valid for 7 days. If you need help, phone whoever arranged it.'],
};

/** @param accepted what `Accept-Language` prefers among these */
export function textsFor(accepted: string | false): Texts {
  if (accepted === 'zh-TW' || accepted === 'zh-HK') return zhTW;
  return accepted === 'en' ? en : zhCN;
}

export const languages = ['zh-CN', 'zh-TW', 'zh-HK', 'en'];
