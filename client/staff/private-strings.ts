// The words of what of an employee lies on the server alone.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '隐私资料',
  hint: '只保存在服务器上，不存入任何设备，需要联网。',
  nothing: '未登记。',
  enter: '登记',
  edit: '编辑',
  editTitle: (name: string) => `${name}的隐私资料`,
  again: '重试',
  offline: '当前离线，联网后可查看和编辑。',
  offlineTyping: '当前离线，联网后才能保存。已填写的内容不会丢失，请不要关闭。',
  notSent: '该员工还没有发送到服务器。联网后即可在此登记。',
  saveFirst: '保存员工后可在此登记证件、紧急联系人和银行账户。',
  stale: '他人刚修改了这些资料。现在的内容已合并到下面，请核对后再保存',
  saved: '已保存隐私资料',
  contactName: '紧急联系人姓名',
  contactRelation: '与本人关系',
  contactPhone: '紧急联系人电话',
  portraitOf: (name: string) => `${name}的照片`,
  portraitHint: 'JPEG、PNG、WebP，会缩小保存，不含拍摄位置。',
  choosePortrait: '选择照片',
  replacePortrait: '更换照片',
  takePortrait: '拍照',
  removePortrait: '移除照片',
  noPortrait: '暂无照片',
  unusable: {
    'no-picture': (name: string) => `“${name}”不是照片，请选择 JPEG、PNG 或 WebP`,
    'too-large': (name: string) => `“${name}”超过 30 MB，请选择小一些的照片`,
    undrawable: (name: string) => `无法读取“${name}”，请换一张 JPEG 或 PNG`,
  },
};

export type PrivateStrings = Strings<typeof zhCN>;

export const privateStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./private-strings.zh-TW.ts'),
  en: () => import('./private-strings.en.ts'),
});
