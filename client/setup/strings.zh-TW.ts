// The words of the first steps.
import type { SetupStrings } from './strings.ts';

export default {
  title: '開始使用',
  intro: '按順序完成五步就能接單派單。可以隨時離開，進度會保留。',
  progress: (done: number, all: number) => `已完成 ${done} / ${all} 步`,
  done: '已完成',
  next: '下一步',
  list: '檢視列表',
  import: '從表格匯入',
  rolesFine: '沒有問題，繼續',
  putAway: '不再顯示',
  putAwayDone: '已收起，可從右上角姓名選單再次開啟',
  toSetup: '檢視開始步驟',
  ready: '準備就緒，可以接單了',
  readyHint: '新建第一個訂單，或到訂單看板看看。',
  newOrder: '新建訂單',
  board: '訂單看板',
  names: {
    roles: '員工角色',
    outlets: '網點',
    staff: '員工',
    vehicles: '車輛',
    customers: '客戶',
  },
  why: {
    roles: '角色決定每個人能看到什麼、能做什麼。常用角色已經建好，看一看是否合適。',
    outlets: '車輛、員工和訂單都歸屬網點，先建好第一個。',
    staff: '給每個人一個帳號，分配角色和網點，司機才能在手機上接單。',
    vehicles: '登記救援車，並指定由誰駕駛、能做哪些救援，派遣時據此推薦。',
    customers: '訂單歸屬客戶，結算方式和價格也在客戶裡約定。',
  },
  create: {
    roles: '檢視角色',
    outlets: '新增網點',
    staff: '新增員工',
    vehicles: '新增車輛',
    customers: '新增客戶',
  },
  counts: {
    roles: (count: number) => `${count} 個角色`,
    outlets: (count: number) => `${count} 個網點`,
    staff: (count: number) => `${count} 名員工`,
    vehicles: (count: number) => `${count} 輛車`,
    customers: (count: number) => `${count} 個客戶`,
  },
  noDrivers: '還沒有分配司機：開啟車輛，選擇由誰駕駛。',
} satisfies SetupStrings;
