// What to do about a refusal. The reason itself stands before it.
import type { AdviceStrings } from './advice-strings.ts';

export default {
  'invalid-command': '點「修改」，補全後重新提交。',
  'unknown-command': '應用和伺服器的版本不同：更新後重新提交。',
  'not-permitted': '請主管開通權限後重新提交。',
  'sender-disabled': '主管已收到這項內容，由他決定。',
  'order-not-found': '訂單可能已轉給其他網點或司機。請與調度員確認，不再需要就放棄。',
  'order-exists': '訂單已經建好。開啟核對，不必再建就放棄。',
  'outlet-not-yours': '點「修改」，換成您的網點。',
  'unknown-reference': '點「修改」，重新選擇後提交。',
  'disabled-reference': '點「修改」，重新選擇後提交。',
  'not-a-driver': '點「修改」，改派給司機。',
  'scheduled-time-missing': '點「修改」，填寫預約時間。',
  'not-dispatched': '訂單派遣後再重新提交。',
  'already-accepted': '不用再做什麼，可以放棄。',
  'already-departed': '請打電話給調度員改派，或報空駛。',
  'not-your-order': '訂單可能已改派。請與調度員確認，不再需要就放棄。',
  'order-completed': '訂單已結束，不能這樣更正。請與主管聯繫，不再需要就放棄。',
  'order-ended-empty': '訂單已結束，不能這樣更正。請與主管聯繫，不再需要就放棄。',
  'order-voided': '仍需救援時，開啟訂單複製成新單；不再需要就放棄。',
  'edit-conflict': '點「修改」，對照兩個值，選擇後儲存。',
  other: '核對後修改或重新提交，不再需要就放棄。',
} satisfies AdviceStrings;
