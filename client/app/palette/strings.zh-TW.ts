import type { PaletteStrings } from './strings.ts';

const strings: PaletteStrings = {
  open: '查找與跳轉',
  button: '查找訂單、車輛、頁面…',
  placeholder: '訂單號、車牌、車架號、電話、名稱…',
  none: '沒有找到',
  noneHint: '可以輸入訂單號、車牌、車架號或電話的任意一段。',
  recent: '最近',
  pages: '頁面',
  orders: '訂單',
  customers: '客戶',
  vehicles: '車輛',
  outlets: '網點',
  staff: '員工',
  roles: '角色',
  actions: '操作',
  language: (name) => `語言：${name}`,
  theme: { system: '外觀：跟隨系統', light: '外觀：淺色', dark: '外觀：深色' },
  unnumbered: '尚無訂單號',
};

export default strings;
