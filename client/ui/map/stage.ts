// An OpenLayers map with our layers on it. What a component wants drawn it says to the layers; what people do
// comes back by the callbacks.
import OlMap from 'ol/Map.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';
import View from 'ol/View.js';
import type Control from 'ol/control/Control.js';
import type { Pixel } from 'ol/pixel.js';
import { boundingExtent, getHeight, getWidth, type Extent } from 'ol/extent.js';
import type { Locale } from '../../i18n/locale.ts';
import type { Basemap } from './basemap.tsx';
import { gesturesOf } from './gestures.ts';
import { createBase } from './layers/base.ts';
import { createLines, type LineLayer } from './layers/line.ts';
import { createPin, type PinLayer } from './layers/pin.ts';
import { createPoints, type PointLayer } from './layers/points.ts';
import type { Look } from './palette.ts';
import { fromPlane, projectionOf, toPlane } from './projection.ts';
import type { LngLat } from './systems.ts';
import type { Gestures, MapPoint } from './types.ts';

export interface StageOptions {
  readonly host: HTMLElement;
  readonly basemap: Basemap;
  readonly gestures: Gestures;
  readonly look: Look;
  readonly locale: Locale;
  /** False: the provider's map does not come, and the outline alone is shown. */
  readonly onBase: (loaded: boolean) => void;
  /** A tap or click beside all points. */
  /** Whether a place is being picked: what is clicked is meant to the pixel. */
  readonly picks: () => boolean;
  readonly onTap: (point: LngLat) => void;
  readonly onPoint: (point: MapPoint) => void;
  /** The pointer has come over a point, or left it. */
  readonly onOver: (point: MapPoint | undefined) => void;
  readonly onPinMoved: (point: LngLat) => void;
  readonly controls: Control[];
}

export interface Stage {
  readonly lines: LineLayer;
  readonly points: PointLayer;
  readonly pin: PinLayer;
  centre(): LngLat;
  /** Metres per pixel. */
  resolution(): number;
  /** The point so many pixels from another. */
  shifted(from: LngLat, right: number, down: number): LngLat;
  /** Brings a point into view, and no more than that. */
  reveal(point: LngLat): void;
  moveTo(point: LngLat, zoom?: number): void;
  fit(points: readonly LngLat[]): void;
  zoom(): number;
  zoomBy(steps: number): void;
  /** Draws anew: the theme or a selection has changed. */
  redraw(): void;
  close(): void;
}

/** All of China. */
const start = { centre: { lng: 104.5, lat: 36 }, zoom: 3.6 };
const streetZoom = 15;
/** How far around its middle the mark of a point is pressed. */
const dotPixels = 14;
const outlineZoom = 11;

export function createStage(options: StageOptions): Stage {
  const projection = projectionOf(systemOf(options.basemap));
  const lines = createLines(projection, options.look);
  const points = createPoints(projection, options.look);
  const pin = createPin(projection, options.look, options.onPinMoved);
  const base = createBase({ ...options, projection });
  const view = new View({
    projection,
    center: toPlane(start.centre, projection),
    ...{ zoom: start.zoom, minZoom: 2, maxZoom: 20, enableRotation: false },
  });
  const map = new OlMap({
    target: options.host,
    view,
    controls: options.controls,
    interactions: gesturesOf(options.gestures, pin.drag),
    layers: [base.group, lines.layer, points.layer, pin.layer],
  });
  react(map, points, options, projection);
  const closest = options.basemap.kind === 'outline' ? outlineZoom : streetZoom;
  return {
    ...{ lines, points, pin },
    ...movesOf(map, view, projection, closest),
    redraw: () => {
      base.redraw();
      for (const { layer } of [lines, points, pin]) layer.changed();
      // What is about to be printed does not wait for the next frame.
      map.renderSync();
    },
    close: () => map.setTarget(),
  };
}

const systemOf = (basemap: Basemap) => (basemap.kind === 'outline' ? 'wgs84' : basemap.system);

function react(map: OlMap, points: PointLayer, options: StageOptions, projection: string): void {
  /** A point's name is drawn beside it: who picks a place does not mean the point by that. */
  const hitAt = (pixel: Pixel) => {
    const hit = points.at(map, pixel);
    return hit && 'point' in hit && options.picks() && !isOn(hit.point, pixel) ? undefined : hit;
  };
  const isOn = (point: LngLat, [x = 0, y = 0]: Pixel): boolean => {
    const [left = 0, top = 0] = map.getPixelFromCoordinate(toPlane(point, projection)) ?? [];
    return Math.hypot(x - left, y - top) <= dotPixels;
  };
  map.on('singleclick', (event: MapBrowserEvent) => {
    const hit = hitAt(event.pixel);
    if (!hit) options.onTap(fromPlane(event.coordinate, projection));
    else if ('point' in hit) options.onPoint(hit.point);
    else map.getView().fit(hit.around, { padding: padding(map), maxZoom: 18, duration: 200 });
  });
  let over: MapPoint | undefined;
  const tell = (point: MapPoint | undefined): void => {
    // Of several at one spot it stays the one that it was.
    if (point?.lng === over?.lng && point?.lat === over?.lat) return;
    over = point;
    options.onOver(point);
  };
  options.host.addEventListener('pointerleave', () => tell(undefined));
  map.on('pointermove', (event) => {
    if (event.dragging) return;
    const hit = hitAt(event.pixel);
    options.host.toggleAttribute('data-over-point', hit !== undefined);
    tell(hit && 'point' in hit ? hit.point : undefined);
  });
}

type Moves = Omit<Stage, 'lines' | 'points' | 'pin' | 'redraw' | 'close'>;

function movesOf(map: OlMap, view: View, projection: string, closest: number): Moves {
  const at = (point: LngLat) => toPlane(point, projection);
  const centre = () => fromPlane(view.getCenter() ?? [0, 0], projection);
  const resolution = () => view.getResolution() ?? 1;
  return {
    centre,
    resolution,
    shifted: (from, right, down) => {
      const [x = 0, y = 0] = at(from);
      return fromPlane([x + right * resolution(), y - down * resolution()], projection);
    },
    reveal: (point) => {
      const pixel = map.getPixelFromCoordinate(at(point));
      if (!pixel || !isInside(pixel, map.getSize())) view.setCenter(at(point));
    },
    moveTo: (point, zoom) => {
      view.setCenter(at(point));
      if (zoom !== undefined || (view.getZoom() ?? 0) < closest) view.setZoom(zoom ?? closest);
    },
    fit: (points) => {
      if (points.length > 0) show(map, view, boundingExtent(points.map(at)), closest);
    },
    zoom: () => view.getZoom() ?? 0,
    zoomBy: (steps) => view.animate({ zoom: (view.getZoom() ?? 0) + steps, duration: 150 }),
  };
}

function show(map: OlMap, view: View, extent: Extent, maxZoom: number): void {
  const isPoint = getWidth(extent) === 0 && getHeight(extent) === 0;
  view.fit(extent, { padding: padding(map), maxZoom: isPoint ? maxZoom - 1 : maxZoom });
}

/** So that names and controls at the edges cover no point; less where there is little room. */
function padding(map: OlMap): number[] {
  const [width = 0, height = 0] = map.getSize() ?? [];
  const edge = Math.min(48, width / 6, height / 6);
  return [edge, edge, edge, edge];
}

function isInside([x = 0, y = 0]: number[], [width = 0, height = 0]: number[] = []): boolean {
  const margin = 40;
  return x > margin && y > margin && x < width - margin && y < height - margin;
}
