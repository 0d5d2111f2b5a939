// What an insurer has just offered, as it posts it. All people and cars are invented.
import type { NoticeRequest } from '#schemas/notices/request.ts';

interface Offer {
  readonly minutesAgo: number;
  readonly request: NoticeRequest;
}

export const offers: readonly Offer[] = [
  {
    minutesAgo: 26,
    request: {
      number: 'CS60041700',
      service: '更换备胎',
      contact: { name: '方女士', phone: '16100003417' },
      car: { plate: '浙A6K29M', model: '丰田卡罗拉', color: '白色' },
      pickup: { address: '杭州市西湖区黄龙路1号黄龙体育中心停车场', lng: 120.1264, lat: 30.2675 },
      fault: '右后轮扎钉漏气',
      note: '车主自有备胎，请带千斤顶',
    },
  },
  {
    minutesAgo: 11,
    request: {
      number: 'CS60042300',
      service: '搭电服务',
      contact: { name: '郑先生', phone: '16300003423' },
      car: { plate: '浙A5C81T', model: '大众朗逸', color: '银色' },
      pickup: { address: '杭州市滨江区江虹路1511号浙大二院滨江院区', lng: 120.1888, lat: 30.1838 },
      fault: '停放三天后无法启动',
    },
  },
  {
    minutesAgo: 3,
    request: {
      number: 'CS60042500',
      service: '拖车服务',
      contact: { name: '陆先生', phone: '16000003425' },
      car: { plate: '浙AD36218', model: '比亚迪汉EV', color: '黑色' },
      pickup: { address: '杭州市拱墅区秋石高架石桥立交', lng: 120.185, lat: 30.3255 },
      destination: { address: '杭州市拱墅区石祥路杭州汽车城', lng: 120.152, lat: 30.332 },
      fault: '仪表报警后失去动力',
      note: '车上两人，已放三角牌',
    },
  },
];
