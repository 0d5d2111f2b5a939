import type { Strings } from '../i18n/strings.ts';
import type { ReportedStrings } from './strings.ts';

const zhTW: Strings<ReportedStrings> = {
  kind: { extras: '附加作業', outlays: '代墊費用' },
  add: '沒有；有則選擇',
  unit: { once: '', km: '公里', hour: '小時', wheel: '輪' },
  quantity: (name) => `${name}數量`,
  amount: (name) => `${name}金額`,
  less: (name) => `減少${name}`,
  more: (name) => `增加${name}`,
  remove: (name) => `刪除${name}`,
  enterQuantity: '請填數量',
  enterAmount: '請填金額',
};

export default zhTW;
