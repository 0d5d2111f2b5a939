// Points, drawn together where they are many and near to each other.
import Feature from 'ol/Feature.js';
import type OlMap from 'ol/Map.js';
import { boundingExtent, getHeight, getWidth, type Extent } from 'ol/extent.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import type { Pixel } from 'ol/pixel.js';
import Cluster from 'ol/source/Cluster.js';
import VectorSource from 'ol/source/Vector.js';
import type Style from 'ol/style/Style.js';
import { toneColour, type Look } from '../palette.ts';
import { toPlane } from '../projection.ts';
import type { MapPoint } from '../types.ts';
import { gravest, nextOf } from '../points.ts';
import { clusterStyle, pointStyle } from './marker.ts';

export interface PointLayer {
  readonly layer: VectorLayer;
  /** @param gathers few are drawn together too where one would cover the other */
  set(points: readonly MapPoint[], gathers: boolean): void;
  select(id: string | undefined): void;
  /** One point, or the box around those that are drawn as one. */
  at(map: OlMap, pixel: Pixel): Hit | undefined;
}

export type Hit = { readonly point: MapPoint } | { readonly around: Extent };

/** Fewer are easier to read one by one. */
const manyFrom = 40;
const nearPixels = 44;
/** Of two that are nearer than this one covers the other. */
const coveringPixels = 14;
const fingerPixels = 8;
const oneSpotMetres = 5;

export function createPoints(projection: string, look: Look): PointLayer {
  const source = new VectorSource<Feature<Point>>({ wrapX: false });
  const cluster = new Cluster({ source, distance: nearPixels, wrapX: false });
  let selected: string | undefined;
  const style = (feature: { get(key: string): unknown }): Style | Style[] => {
    const points = pointsOf(feature);
    const [only] = points;
    if (only && points.length === 1) return pointStyle(only, look(), only.id === selected);
    const isSelected = points.some(({ id }) => id === selected);
    return clusterStyle(points, toneColour(look(), gravest(points)), look(), isSelected);
  };
  const layer = new VectorLayer({ source: cluster, style, declutter: 'points' });
  return {
    layer,
    set: (points, gathers) => {
      const few = gathers ? coveringPixels : 0;
      cluster.setDistance(points.length >= manyFrom ? nearPixels : few);
      source.clear(true);
      source.addFeatures(
        points.map((point) => new Feature({ geometry: new Point(toPlane(point, projection)), point })),
      );
    },
    select: (id) => {
      selected = id;
      layer.changed();
    },
    at: (map, pixel) => hitAt(map, pixel, layer, selected),
  };
}

function hitAt(map: OlMap, pixel: Pixel, layer: VectorLayer, selected: string | undefined): Hit | undefined {
  const options = { layerFilter: (each: unknown) => each === layer, hitTolerance: fingerPixels };
  const [feature] = map.getFeaturesAtPixel(pixel, options);
  if (!feature) return undefined;
  const around = boundingExtent(membersOf(feature).map((each) => each.getGeometry()?.getCoordinates() ?? []));
  if (Math.max(getWidth(around), getHeight(around)) > oneSpotMetres) return { around };
  const point = nextOf(pointsOf(feature), selected);
  return point && { point };
}

const membersOf = (feature: { get(key: string): unknown }): readonly Feature<Point>[] =>
  feature.get('features') as readonly Feature<Point>[];

const pointsOf = (feature: { get(key: string): unknown }): readonly MapPoint[] =>
  membersOf(feature).map((member) => member.get('point') as MapPoint);
