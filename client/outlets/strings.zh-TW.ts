// The words of the outlets' pages.
import type { OutletStrings } from './strings.ts';

export default {
  title: '網點管理',
  create: '新增網點',
  search: '名稱、電話、聯絡人、地址',
  withDisabled: '含已停用',
  emptyTitle: '還沒有網點',
  emptyHint: '網點是車輛和員工所在的地方，先新增第一個網點，再加入車輛和員工。',
  basics: '基本資料',
  name: '網點名稱',
  phone: '電話',
  contact: '聯絡人',
  address: '地址',
  note: '備註',
  position: '座標',
  vehicles: '車輛',
  staff: '員工',
  state: '狀態',
  addedByAll: '新增網點需要「全部網點」權限。',
  lockedByOutlet: '這不是您的網點，您不能編輯。',
  inUse: '使用中',
  disabled: '已停用',
  callSystem: '話務系統',
  addresses: '話務系統來源位址',
  callSystemHint: '只接受來自這些位址的來電推播。填 IP（192.168.1.20）或網段（192.168.1.0/24），可填多個。',
} satisfies OutletStrings;
