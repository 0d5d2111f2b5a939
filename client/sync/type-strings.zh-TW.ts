// What each command is called, and each kind of document.
import type { TypeStrings } from './type-strings.ts';

export default {
  'create-order': '新建訂單',
  'edit-order': '修改訂單',
  dispatch: '派遣',
  accept: '接單',
  decline: '拒單',
  depart: '出發',
  arrive: '到達',
  'start-work': '開始施救',
  load: '裝車拖運',
  'reach-destination': '送達',
  complete: '完成',
  'empty-run': '空駛',
  void: '作廢',
  verify: '核單',
  'approve-price': '核價',
  'post-payment': '入賬',
  'reverse-finance': '財務沖回',
  customers: '客戶資料',
  vehicles: '車輛資料',
  outlets: '網點資料',
  staff: '員工資料',
  roles: '角色',
  catalog: '基礎資料',
} satisfies TypeStrings;
