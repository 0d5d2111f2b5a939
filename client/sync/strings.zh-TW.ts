// The page of what is not sent and what was refused.
import type { SyncStrings } from './strings.ts';

export default {
  title: '同步',
  unsentTitle: '未送出',
  refusedTitle: '被拒絕',
  allSent: '全部已送出',
  allSentHint: '您錄入的內容都已到達伺服器。',
  waitingHint: '恢復網路後自動按順序送出，無需重複錄入。',
  noOrder: '訂單已不在本機',
  newOrder: '新訂單',
  entered: '錄入內容',
  dismiss: '知道了',
  tryAgain: '重新提交',
  tried: '已重新提交',
  lastContact: (time: string) => `最近連接伺服器：${time}`,
  never: '本次開啟後尚未連接伺服器',
} satisfies SyncStrings;
