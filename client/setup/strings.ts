// The words of the first steps.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '开始使用',
  intro: '按顺序完成五步就能接单派单。可以随时离开，进度会保留。',
  progress: (done: number, all: number) => `已完成 ${done} / ${all} 步`,
  done: '已完成',
  next: '下一步',
  list: '查看列表',
  import: '从表格导入',
  rolesFine: '没有问题，继续',
  putAway: '不再显示',
  putAwayDone: '已收起，可从右上角姓名菜单再次打开',
  toSetup: '查看开始步骤',
  ready: '准备就绪，可以接单了',
  readyHint: '新建第一个订单，或到订单看板看看。',
  newOrder: '新建订单',
  board: '订单看板',
  names: {
    roles: '员工角色',
    outlets: '网点',
    staff: '员工',
    vehicles: '车辆',
    customers: '客户',
  },
  why: {
    roles: '角色决定每个人能看到什么、能做什么。常用角色已经建好，看一看是否合适。',
    outlets: '车辆、员工和订单都归属网点，先建好第一个。',
    staff: '给每个人一个账号，分配角色和网点，司机才能在手机上接单。',
    vehicles: '登记救援车，并指定由谁驾驶、能做哪些救援，派遣时据此推荐。',
    customers:
      '订单归属客户，结算方式和价格也在客户里约定。没有约定的按标准价计，里面预先填的价格请先改成自己的。',
  },
  create: {
    roles: '查看角色',
    outlets: '新增网点',
    staff: '新增员工',
    vehicles: '新增车辆',
    customers: '新增客户',
  },
  counts: {
    roles: (count: number) => `${count} 个角色`,
    outlets: (count: number) => `${count} 个网点`,
    staff: (count: number) => `${count} 名员工`,
    vehicles: (count: number) => `${count} 辆车`,
    customers: (count: number) => `${count} 个客户`,
  },
  noDrivers: '还没有分配司机：选好由谁驾驶，才能派遣。',
  noDriverYet: '还没有司机：给一名员工“司机”角色，订单才有人去。',
  standardPrices: '核对标准价',
  chooseDriver: '选择司机',
  companyName: (name: string) => `公司名称：${name}`,
  companyNameUse: '印在救援单和对账单上，客户打开的页面上也是它。',
  rename: '修改公司名称',
  nameOnPaper: '公司名称',
  saveName: '保存',
  renamed: '公司名称已修改',
  renameOffline: '修改公司名称需要网络',
  onwardTo: (step: string) => `下一步：${step}`,
};

export type SetupStrings = Strings<typeof zhCN>;

export const setupStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
