// Meridians and parallels with their degrees, for orientation where there is no provider's map.
import Graticule from 'ol/layer/Graticule.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Text from 'ol/style/Text.js';
import type { Palette } from '../palette.ts';

/** Decimal steps, as coordinates are written here. */
const intervals = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** Made anew for another theme: OpenLayers takes its colours only once. */
export function createGrid(palette: Palette): Graticule {
  return new Graticule({
    strokeStyle: new Stroke({ color: palette.grid, width: 1 }),
    showLabels: true,
    wrapX: false,
    targetSize: 140,
    intervals,
    lonLabelFormatter: (lng) => written(lng, 'E', 'W'),
    latLabelFormatter: (lat) => written(lat, 'N', 'S'),
    lonLabelPosition: 1,
    latLabelPosition: 0,
    lonLabelStyle: labelOf(palette, { textBaseline: 'top', textAlign: 'center', offsetY: 2 }),
    latLabelStyle: labelOf(palette, { textBaseline: 'middle', textAlign: 'start', offsetX: 4 }),
  });
}

type Place = Pick<
  NonNullable<ConstructorParameters<typeof Text>[0]>,
  'textBaseline' | 'textAlign' | 'offsetX' | 'offsetY'
>;

function labelOf(palette: Palette, place: Place): Text {
  return new Text({
    font: `11px ${palette.font}`,
    fill: new Fill({ color: palette.label }),
    stroke: new Stroke({ color: palette.land, width: 3 }),
    ...place,
  });
}

function written(degrees: number, positive: string, negative: string): string {
  const rounded = Math.round(Math.abs(degrees) * 1000) / 1000;
  if (rounded === 0) return '0°';
  return `${rounded}°${degrees > 0 ? positive : negative}`;
}
