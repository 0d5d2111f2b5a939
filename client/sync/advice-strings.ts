// What to do about a refusal. The reason itself stands before it.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  'invalid-command': '点“修改”，补全后重新提交。',
  'unknown-command': '应用和服务器的版本不同：更新后重新提交。',
  'not-permitted': '请主管开通权限后重新提交。',
  'sender-disabled': '主管已收到这项内容，由他决定。',
  'order-not-found': '订单可能已转给其他网点或司机。请与调度员确认，不再需要就放弃。',
  'order-exists': '订单已经建好。打开核对，不必再建就放弃。',
  'outlet-not-yours': '点“修改”，换成您的网点。',
  'unknown-reference': '点“修改”，重新选择后提交。',
  'disabled-reference': '点“修改”，重新选择后提交。',
  'not-a-driver': '点“修改”，改派给司机。',
  'scheduled-time-missing': '点“修改”，填写预约时间。',
  'not-dispatched': '订单派遣后再重新提交。',
  'already-accepted': '不用再做什么，可以放弃。',
  'already-departed': '请打电话给调度员改派，或报空驶。',
  'not-your-order': '订单可能已改派。请与调度员确认，不再需要就放弃。',
  'order-completed': '订单已结束，不能这样更正。请与主管联系，不再需要就放弃。',
  'order-ended-empty': '订单已结束，不能这样更正。请与主管联系，不再需要就放弃。',
  'order-voided': '仍需救援时，打开订单复制成新单；不再需要就放弃。',
  'edit-conflict': '点“修改”，对照两个值，选择后保存。',
  'order-not-ended': '等救援结束后再重新提交。',
  'no-confirmation-needed': '不用再做什么，可以放弃。',
  'phone-not-mobile': '在订单上重新发送，填写手机号。',
  'sms-field-missing': '在订单上重新发送，补全内容。',
  'sms-too-long': '在订单上重新发送，缩短内容。',
  'finance-started': '请财务先冲回到待核单，再重新提交。',
  'nothing-to-repair': '不用再做什么，可以放弃。',
  'assignment-missing': '重新修复，并同时选择救援车和司机。',
  'step-times-wrong': '重新修复，按先后顺序填写时间。',
  'notice-not-found': '请与调度员确认，不再需要就放弃。',
  'notice-converted': '他人已转单，可以放弃。',
  'notice-refused': '他人已拒绝。仍需救援时请联系对方。',
  other: '核对后修改或重新提交，不再需要就放弃。',
};

export type AdviceStrings = Strings<typeof zhCN>;

export const adviceStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./advice-strings.zh-TW.ts'),
  en: () => import('./advice-strings.en.ts'),
});
