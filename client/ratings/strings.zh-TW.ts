// The words of the ratings.
import type { RatingStrings } from './strings.ts';

export default {
  title: '客戶評價',
  search: '評語、單號、車牌、電話、姓名',
  stars: '星級',
  starCount: (count: number) => `${count} 星`,
  driver: '司機',
  outlet: '網點',
  rated: '評價時間',
  withComment: '只看有評語',
  column: {
    stars: '評價',
    comment: '評語',
    at: '評價時間',
    number: '單號',
    driver: '救援車 / 司機',
    contact: '被救援人',
  },
  average: (average: string, count: number) => `平均 ${average} 星，共 ${count} 條`,
  emptyTitle: '還沒有評價',
  emptyHint: '訂單完成後，用帶連結的簡訊範本發給被救援人，對方評分後就會出現在這裡。',
  openOrder: '打開訂單',
  next: '下一條',
} satisfies RatingStrings;
