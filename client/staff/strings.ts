// Signing in, and the menu of who is signed in.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  signIn: '登录',
  signInHint: '道路救援调度平台',
  username: '用户名',
  password: '密码',
  company: '公司',
  usernameMissing: '请填写用户名',
  passwordMissing: '请填写密码',
  kept: (name: string) => `${name} 未发送的内容保存在本机，登录后继续发送。`,
  needsNetwork: '首次登录需要连接服务器',
  account: '账户',
  setup: '开始使用',
  language: '语言',
  theme: '外观',
  themeSystem: '跟随系统',
  themeLight: '浅色',
  themeDark: '深色',
  density: '密度',
  densityAuto: '自动',
  densityDense: '紧凑',
  densityComfortable: '宽松',
  signOut: '退出登录',
  signOutTitle: '还有未发送的内容',
  signOutMessage: (count: number) =>
    `还有 ${count} 项未发送。退出后保存在本机，您下次在此设备登录时继续发送。`,
  signOutAnyway: '仍要退出',
};

export type StaffStrings = Strings<typeof zhCN>;

export const staffStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
