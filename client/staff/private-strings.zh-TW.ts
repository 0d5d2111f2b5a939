// The words of what of an employee lies on the server alone.
import type { PrivateStrings } from './private-strings.ts';

export default {
  title: '隱私資料',
  hint: '只儲存在伺服器上，不存入任何裝置，需要連線。',
  nothing: '未登記。',
  enter: '登記',
  edit: '編輯',
  editTitle: (name: string) => `${name}的隱私資料`,
  again: '重試',
  offline: '目前離線，連線後可查看和編輯。',
  offlineTyping: '目前離線，連線後才能儲存。已填寫的內容不會遺失，請不要關閉。',
  notSent: '該員工還沒有傳送到伺服器。連線後即可在此登記。',
  saveFirst: '儲存員工後可在此登記證件、緊急聯絡人和銀行帳戶。',
  stale: '他人剛修改了這些資料。現在的內容已合併到下面，請核對後再儲存',
  saved: '已儲存隱私資料',
  contactName: '緊急聯絡人姓名',
  contactRelation: '與本人關係',
  contactPhone: '緊急聯絡人電話',
  portraitOf: (name: string) => `${name}的照片`,
  portraitHint: 'JPEG、PNG、WebP，會縮小儲存，不含拍攝位置。',
  choosePortrait: '選擇照片',
  replacePortrait: '更換照片',
  takePortrait: '拍照',
  removePortrait: '移除照片',
  noPortrait: '暫無照片',
  unusable: {
    'no-picture': (name: string) => `「${name}」不是照片，請選擇 JPEG、PNG 或 WebP`,
    'too-large': (name: string) => `「${name}」超過 30 MB，請選擇小一點的照片`,
    undrawable: (name: string) => `無法讀取「${name}」，請換一張 JPEG 或 PNG`,
  },
} satisfies PrivateStrings;
