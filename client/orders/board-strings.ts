// The words of what a person sets up on the board for himself, and of what is done with several orders at once.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  layout: { table: '表格', lanes: '按状态分栏' },
  toLanes: '改为按状态分栏',
  toTable: '改为表格',
  lanes: '按状态分栏的订单',
  laneEmpty: '没有订单',
  fresh: '新单',
  soundOn: '提示音已开：新单、新通知、到时的预约和超时的订单会响。按下关闭',
  soundOff: '提示音已关。按下打开',
  views: {
    title: '视图',
    none: '还没有保存的视图。先筛选，再取个名字保存；链接可以发给同事。',
    name: '视图名称',
    save: '保存当前筛选',
    nothingToSave: '先筛选，再保存',
    nameMissing: '请填写名称',
    remove: (name: string) => `删除视图 ${name}`,
    copyLink: (name: string) => `复制视图 ${name} 的链接`,
    saved: (name: string) => `已保存视图 ${name}`,
    removed: (name: string) => `已删除视图 ${name}`,
    copied: '链接已复制',
    notCopied: '浏览器不允许复制，请从地址栏复制',
  },
  targets: {
    title: '时限',
    step: { accept: '接单', arrive: '到达', complete: '完成' },
    // What is cut off must not be a figure.
    running: (step: string, time: string) => `${step} ${time}`,
    left: (time: string) => `剩 ${time}`,
    over: (time: string) => `超 ${time}`,
    minutes: (count: number) => `${count} 分`,
    hours: (count: string) => `${count} 小时`,
    met: '按时',
    late: '超时',
    due: (time: string, minutes: string) => `${time} 前（${minutes}）`,
    done: (time: string, due: string) => `${time}，应在 ${due}`,
  },
  batch: {
    sms: '短信',
    void: '作废',
    voidTitle: (count: number) => `作废 ${count} 张订单`,
    smsTitle: (count: number) => `给 ${count} 张订单的联系人发短信`,
    smsMessage: '每张订单按自己的内容填写模板，发给自己的联系人；填不全的会说明原因，不会发送。',
    template: '模板',
    preview: '第一条',
    send: '发送',
    noTemplate: '还没有短信模板',
    label: (number: string, plate: string) => `${number} ${plate}`,
    broken: '没有完成，请再试一次',
  },
};

export type BoardStrings = Strings<typeof zhCN>;

export const boardStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./board-strings.zh-TW.ts'),
  en: () => import('./board-strings.en.ts'),
});
