// The page of what the server holds back for a manager.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '未生效录入',
  about: '员工录入、但到达服务器时已无权或账号已停用的内容。都没有生效，由您决定如何处理。',
  filter: '筛选',
  open: '待处理',
  handled: '已处理',
  refresh: '刷新',
  table: '未生效录入列表',
  column: {
    who: '录入人',
    what: '内容',
    about: '订单 / 资料',
    enteredAt: '录入时间',
    receivedAt: '收到时间',
    reason: '原因',
    resolution: '处理结果',
  },
  empty: {
    open: {
      title: '没有待处理的录入',
      hint: '员工权限变更或账号停用后，他没有发送的内容会出现在这里。',
    },
    handled: {
      title: '还没有处理过的录入',
      hint: '处理过的录入会保留在这里，供日后查对。',
    },
  },
  offline: {
    title: '需要连接服务器',
    hint: '未生效的录入只保存在服务器上，联网后自动显示。',
  },
  offlineBanner: '没有连上服务器：以下是之前取得的内容，联网后才能处理。',
  needsServer: '联网后才能处理',
  failed: {
    title: '没有取得未生效的录入',
    hint: '服务器没有正常回答，请稍后重试。',
  },
  entered: '录入内容',
  earlier: (count: number) => `同一订单还有 ${count} 项更早的录入，请先处理，否则可能无法提交。`,
  openEarliest: '先看最早的',
  takeOver: '以我的名义提交',
  takeOverNot: (reason: string) => `现在提交会被拒绝：${reason}`,
  unreadable: '内容不完整，无法代为提交',
  documentHint: '资料不能代为提交：请自行修改后，标为已处理。',
  done: '已处理',
  discard: '放弃',
  discardTitle: '放弃这项录入？',
  discardMessage: '它不会生效。记录仍保留在“已处理”中。',
  doneTitle: '标为已处理？',
  doneMessage: '表示您已用别的办法处理，这项录入本身不会生效。',
  note: '说明（选填）',
  resolution: {
    'taken-over': '已代为提交',
    done: '已处理',
    discarded: '已放弃',
  },
  photo: '这张照片',
  photoOriginal: '下载原图',
  photoMissing: '照片还没有上传，或无法在此显示。',
  noteLabel: '说明',
  reason: {
    'sender-disabled': '账号停用后才到达',
    'not-permitted': '员工的角色不允许此操作',
    'outlet-not-yours': '网点不属于该员工',
    'order-not-found': '订单不存在，或该员工看不到',
    'server-fault': '服务器处理出错；原因见服务器日志',
    'conflicts-full': '待选的冲突太多，这一项让给了后来的；仍需要就在资料里重新录入',
  },
  handledBy: '处理人',
  handledAt: '处理时间',
  notMarked: '已提交，但没有连上服务器做标记。联网后会自动标记，请勿重复提交。',
  takenOver: '已以您的名义提交',
  settled: '已标为处理',
  unknownPerson: '（未知）',
};

export type QuarantineStrings = Strings<typeof zhCN>;

export const quarantineStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
