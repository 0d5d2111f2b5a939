// Made-up content for the gallery; it means nothing.
import type { ComboOption } from './combobox-match.ts';
import type { MapPoint } from './map/types.ts';

export const galleryOptions: readonly ComboOption[] = [
  { value: 'a', label: '人民广场', detail: '黄浦区人民大道 185 号', keywords: 'renmin guangchang' },
  { value: 'b', label: '世纪公园', detail: '浦东新区锦绣路 1001 号', keywords: 'shiji gongyuan' },
  { value: 'c', label: '虹桥火车站', detail: '闵行区申贵路 1500 号', keywords: 'hongqiao' },
  { value: 'd', label: '已停用的地点', detail: '不可选择', disabled: true },
  { value: 'e', label: '静安寺', detail: '静安区南京西路 1686 号', keywords: 'jingansi' },
];

export interface GalleryRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly amountFen: number;
  readonly tone: 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger';
}

const tones: readonly GalleryRow['tone'][] = ['neutral', 'info', 'progress', 'success', 'warning', 'danger'];
const titles = ['示例一', '较长的示例标题，用来看省略号', '样本', '测试内容', '第五种'];

export function galleryRows(count: number): readonly GalleryRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `row-${index}`,
    number: String(10_000 + index),
    title: `${titles[index % titles.length] ?? ''} ${index + 1}`,
    amountFen: (index * 7919) % 500_000,
    tone: tones[(index * 5) % tones.length] ?? 'neutral',
  }));
}

/** Around one city and thinner outwards, always the same. */
export function galleryPoints(count: number): readonly MapPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const [angle, distance] = [index * 2.399963, Math.sqrt(index / count) ** 3];
    return {
      id: `point-${index}`,
      label: `示例 ${index + 1}`,
      lng: 120.16 + Math.cos(angle) * distance * 1.2,
      lat: 30.27 + Math.sin(angle) * distance,
      tone: tones[(index * 7) % 5] ?? 'neutral',
    };
  });
}
