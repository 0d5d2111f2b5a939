// Lines: what a vehicle has driven, or is to drive.
import Feature from 'ol/Feature.js';
import LineString from 'ol/geom/LineString.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { toneColour, type Look, type Palette } from '../palette.ts';
import { toPlane } from '../projection.ts';
import type { MapLine } from '../types.ts';

export interface LineLayer {
  readonly layer: VectorLayer;
  set(lines: readonly MapLine[]): void;
}

export function createLines(projection: string, look: Look): LineLayer {
  const source = new VectorSource({ wrapX: false });
  const layer = new VectorLayer({
    source,
    style: (feature) => styleOf(feature.get('line') as MapLine, look()),
  });
  const featureOf = (line: MapLine) =>
    new Feature({ geometry: new LineString(line.points.map((point) => toPlane(point, projection))), line });
  return {
    layer,
    set: (lines) => {
      source.clear(true);
      source.addFeatures(lines.filter(({ points }) => points.length > 1).map(featureOf));
    },
  };
}

/** With an edge in the colour of the page, so that it is seen on any map. */
function styleOf({ tone, dashed }: MapLine, palette: Palette): Style[] {
  const edge = new Stroke({ color: palette.surface, width: 7 });
  const lineDash = dashed ? [2, 8] : undefined;
  const core = new Stroke({ color: toneColour(palette, tone), width: 4, ...(lineDash && { lineDash }) });
  return [new Style({ stroke: edge }), new Style({ stroke: core })];
}
