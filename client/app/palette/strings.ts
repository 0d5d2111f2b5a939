// The words of the window in which one types where to go.
import { defineStrings, type Strings } from '../../i18n/strings.ts';

const zhCN = {
  open: '查找与跳转',
  button: '查找订单、车辆、页面…',
  placeholder: '订单号、车牌、车架号、电话、名称…',
  none: '没有找到',
  noneHint: '可以输入订单号、车牌、车架号或电话的任意一段。',
  recent: '最近',
  pages: '页面',
  orders: '订单',
  customers: '客户',
  vehicles: '车辆',
  outlets: '网点',
  staff: '员工',
  roles: '角色',
  actions: '操作',
  language: (name: string) => `语言：${name}`,
  theme: { system: '外观：跟随系统', light: '外观：浅色', dark: '外观：深色' },
  unnumbered: '尚无订单号',
};

export type PaletteStrings = Strings<typeof zhCN>;

export const paletteStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
