// What forms say: what is wrong with a field and what to do about it, drafts, and what others changed meanwhile.
import { defineStrings, type Strings } from '../../i18n/strings.ts';

const zhCN = {
  problem: {
    missing: '请填写',
    choose: '请选择',
    integer: '请输入整数',
    'not-listed': '请从列表中选择',
    repeated: '有重复的内容，请去掉',
    wrong: '内容不对，请重新填写',
    'too-short': (limit: string) => `至少 ${limit} 个字`,
    'too-long': (limit: string) => `最多 ${limit} 个字，请缩短`,
    'too-few': (limit: string) => `至少需要 ${limit} 项`,
    'too-many': (limit: string) => `最多 ${limit} 项，请去掉一些`,
    'at-least': (limit: string) => `不能小于 ${limit}`,
    'at-most': (limit: string) => `不能大于 ${limit}`,
    above: (limit: string) => `必须大于 ${limit}`,
    below: (limit: string) => `必须小于 ${limit}`,
    step: (limit: string) => `必须是 ${limit} 的倍数`,
    pattern: '格式不对，请检查',
    phone: '电话只能有数字、空格、+、-、括号，分机写作“转123”',
    time: '请填写时间，例如 08:30',
    date: '请填写日期，例如 2026-03-05',
    decide: '其他人也改了这里，请选用其中一个值',
  },
  summary: (count: number) => `还有 ${count} 处需要填写或修改`,
  wrongField: (label: string, text: string) => `${label}：${text}`,
  refused: (reason: string) => `没有保存：${reason}`,
  restored: (age: string) => `已恢复${age}没有保存的内容。`,
  discardDraft: '放弃',
  discardQuestion: '放弃没有保存的内容？',
  discardMessage: '将恢复为已保存的内容，您的修改会丢失。',
  changedUnderneath: (count: number) =>
    `您编辑期间，其他人修改了这条记录，其中 ${count} 处您也改了，请逐一选择。`,
  other: (value: string) => `其他人改为：${value}`,
  take: '采用',
  keep: '保留我的',
  empty: '（空）',
  yes: '是',
  no: '否',
  items: (count: number) => `${count} 项`,
  save: '保存',
  saveAndAddAnother: '录入下一个',
  discard: '放弃修改',
  back: '返回',
  saved: '已保存',
  sections: '本页内容',
  unsent: '未发送',
  unsentTitle: '已保存在本机，联网后自动发送',
  changedBy: (name: string, age: string) => `${name} ${age}修改`,
  sectionWrong: '有需要修改的内容',
  unsaved: '有未保存的修改',
};

export type FormKitStrings = Strings<typeof zhCN>;

export const formKitStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
