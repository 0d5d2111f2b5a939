// The gallery's maps: picking, many points, a line, and what is seen without a network or a provider's answer.
import Building from 'lucide-solid/icons/building';
import Truck from 'lucide-solid/icons/truck';
import { createSignal, Show, type JSX } from 'solid-js';
import { Card } from './card.tsx';
import { galleryPoints } from './gallery-data.ts';
import { MapProvider, outline, type Basemap, type PlaceFinder } from './map/basemap.tsx';
import { MapPicker } from './map/map-picker.tsx';
import { MapView } from './map/map-view.tsx';
import type { MapPoint } from './map/types.ts';
import type { LngLat } from './map/systems.ts';
import { FormGrid, Row, Stack } from './page.tsx';
import { Select } from './select.tsx';

const vehicles: readonly MapPoint[] = [
  { id: 'v1', label: '浙A·D8820', lng: 120.131, lat: 30.272, tone: 'progress', icon: Truck, heading: 60 },
  { id: 'v2', label: '浙A·T1064', lng: 120.212, lat: 30.245, tone: 'success', icon: Truck, detail: '空闲' },
  { id: 'v3', label: '浙A·J5511', lng: 120.178, lat: 30.31, tone: 'danger', icon: Truck, detail: '失联' },
  { id: 'o1', label: '城西网点', lng: 120.105, lat: 30.255, tone: 'neutral', icon: Building },
];
const driven = [
  [120.105, 30.255],
  [120.112, 30.262],
  [120.12, 30.264],
  [120.131, 30.272],
].map(([lng = 0, lat = 0]) => ({ lng, lat }));
const ahead = [
  driven.at(-1) ?? { lng: 0, lat: 0 },
  { lng: 120.15, lat: 30.283 },
  { lng: 120.178, lat: 30.31 },
];
const many = galleryPoints(2000);

/** Nobody answers there. */
const failing: Basemap = {
  kind: 'tiles',
  urls: ['/nothing-here/{z}/{x}/{y}.png'],
  maxZoom: 18,
  system: 'gcj02',
  attribution: '© 示例地图',
  approval: '审图号：GS(2026)0000号',
};
const finder: PlaceFinder = {
  search: (text) =>
    Promise.resolve([{ name: text, address: `示例路 1 号（${text}）`, lng: 120.15, lat: 30.28 }]),
  addressOf: () => Promise.resolve('示例路 1 号'),
};

type Shown = 'outline' | 'failing' | 'searching' | 'wrong';

const shownOptions: { value: Shown; label: string }[] = [
  { value: 'outline', label: '离线轮廓' },
  { value: 'failing', label: '底图无法加载' },
  { value: 'searching', label: '可搜索地址' },
  { value: 'wrong', label: '选点有误' },
];

export function MapDemo(): JSX.Element {
  const [shown, setShown] = createSignal<Shown>('outline');
  const services = {
    basemap: () => (shown() === 'failing' ? failing : outline),
    finder: () => (shown() === 'searching' ? finder : undefined),
  };
  return (
    <Card title="地图">
      <Stack>
        <Row>
          <Select
            label="底图"
            options={shownOptions}
            value={shown()}
            onChange={(next) => next && setShown(next)}
          />
        </Row>
        <MapProvider services={services}>
          <FormGrid>
            <PickDemo error={shown() === 'wrong' ? '请在地图上选一个位置' : undefined} />
            <ViewDemo />
            <MapView label="两千个点" points={many} />
            <MapView label="没有点的地图" points={[]} />
          </FormGrid>
        </MapProvider>
      </Stack>
    </Card>
  );
}

function PickDemo(props: { error: string | undefined }): JSX.Element {
  const [point, setPoint] = createSignal<LngLat | null>(null);
  const [address, setAddress] = createSignal('');
  return (
    <Stack>
      <MapPicker
        label="选择地点"
        error={props.error}
        required
        value={point()}
        onChange={setPoint}
        onAddress={setAddress}
        points={vehicles.filter(({ id }) => id === 'o1')}
      />
      <Show when={address()}>
        <p>{address()}</p>
      </Show>
    </Stack>
  );
}

function ViewDemo(): JSX.Element {
  const [selected, setSelected] = createSignal<string>();
  return (
    <MapView
      label="车辆"
      points={vehicles}
      lines={[
        { id: 'driven', points: driven, tone: 'progress' },
        { id: 'ahead', points: ahead, tone: 'neutral', dashed: true },
      ]}
      selected={selected()}
      onSelect={setSelected}
    />
  );
}
