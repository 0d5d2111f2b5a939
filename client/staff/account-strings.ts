// The words of an employee's account.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  account: '登录账号',
  accountHint: '保存在服务器上，需要联网。',
  password: '密码',
  lastSignIn: '上次登录',
  never: '从未登录',
  isSet: '已设置',
  isNotSet: '未设置，不能登录',
  mustChange: '已设置，下次登录时须修改',
  onItsWay: '正在设置密码',
  notSent: '该员工还没有发送到服务器。联网后即可在此设置密码。',
  offline: '当前离线，联网后可查看登录情况和设置密码。',
  again: '重试',
  signOut: '退出所有设备',
  signOutQuestion: (name: string) => `让“${name}”在所有设备上退出登录？`,
  signOutHint: '一分钟内生效，可用原密码重新登录。已录入但未发送的内容仍保存在其设备上。',
  signedOut: (name: string) => `“${name}”将在一分钟内退出登录`,
  endHint: '停用员工或改为离职后，一分钟内在其所有设备上退出登录。',
};

export type AccountStrings = Strings<typeof zhCN>;

export const accountStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./account-strings.zh-TW.ts'),
  en: () => import('./account-strings.en.ts'),
});
