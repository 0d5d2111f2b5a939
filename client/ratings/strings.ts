// The words of the ratings.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '客户评价',
  search: '评语、单号、车牌、电话、姓名',
  stars: '星级',
  starCount: (count: number) => `${count} 星`,
  driver: '司机',
  outlet: '网点',
  rated: '评价时间',
  withComment: '只看有评语',
  column: {
    stars: '评价',
    comment: '评语',
    at: '评价时间',
    number: '单号',
    driver: '救援车 / 司机',
    contact: '被救援人',
  },
  average: (average: string, count: number) => `平均 ${average} 星，共 ${count} 条`,
  emptyTitle: '还没有评价',
  emptyHint: '订单完成后，用带链接的短信模板发给被救援人，对方评分后就会出现在这里。',
  openOrder: '打开订单',
  next: '下一条',
};

export type RatingStrings = Strings<typeof zhCN>;

export const ratingStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
