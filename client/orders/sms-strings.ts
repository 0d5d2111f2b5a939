// The words of the dialog that sends a message.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: (number: string) => `发送短信 · ${number}`,
  template: '短信模板',
  noTemplates: '还没有可用的短信模板，请在基础数据中添加。',
  to: '发给',
  contact: (name: string, phone: string) => `联系人 ${name} ${phone}`,
  requester: (name: string, phone: string) => `委托人 ${name} ${phone}`,
  other: '其他号码',
  phone: '手机号',
  preview: '短信预览',
  length: (units: number, parts: number) => `${units} 字，按 ${parts} 条计费`,
  about: (units: number, parts: number) => `约 ${units} 字（链接发送时生成），按 ${parts} 条计费`,
  send: '发送',
  cancel: '取消',
  done: '短信已提交',
  missing: '请填写',
  gap: (names: string) => `还没有填写：${names}`,
  linkNote: '链接只对收件人有效，发送时生成。',
  filled: '补充内容',
  field: {
    number: '订单编号',
    contact: '联系人',
    plate: '车牌',
    service: '服务项目',
    pickup: '救援地点',
    destination: '目的地',
    outlet: '网点',
    outletPhone: '网点电话',
    vehicle: '救援车',
    driver: '司机',
    driverPhone: '司机电话',
    minutes: '还需几分钟',
    time: '时间',
  },
};

export type SmsStrings = Strings<typeof zhCN>;

export const smsStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./sms-strings.zh-TW.ts'),
  en: () => import('./sms-strings.en.ts'),
});
