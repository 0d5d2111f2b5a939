// The words around first passwords for several people at once.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  begin: '设置初始密码',
  question: (count: number) =>
    `为选中的 ${count} 位员工中还没有密码的人，各随机生成一个初始密码；已有的密码不变。首次登录时必须修改。`,
  give: '生成密码',
  stop: '停止',
  again: (count: number) => `重试 ${count} 位`,
  summary: (given: number, kept: number, failed: number) =>
    [`已设置 ${given} 位`, kept > 0 && `已有密码 ${kept} 位`, failed > 0 && `未成功 ${failed} 位`]
      .filter(Boolean)
      .join('，'),
  onlyOnce: '密码只在这里显示一次，关闭后无法再看到。请先复制或打印，再逐一告诉本人。',
  kept: (names: string) => `已有密码，未改动：${names}`,
  failed: (name: string, reason: string) => `${name}：${reason}`,
  unsent: '还没有发送到服务器，请稍后重试',
  broken: '未能完成，请重试',
  offline: '设置密码需要连接服务器',
  listTitle: '员工初始密码',
  name: '姓名',
  username: '用户名',
  password: '初始密码',
  copyAll: '复制名单',
  copied: (count: number) => `已复制 ${count} 位的密码`,
  print: '打印名单',
  listSeparator: '、',
};

export type InitialStrings = Strings<typeof zhCN>;

export const initialStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./initial-strings.zh-TW.ts'),
  en: () => import('./initial-strings.en.ts'),
});
