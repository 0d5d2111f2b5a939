// How the shapes of a vector map are drawn: the layers of Protomaps and of OpenMapTiles, by our tokens. Borders
// are left out, as in the outline.
import type { FeatureLike } from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style, { type StyleFunction } from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { locale } from '../../../i18n/locale.ts';
import type { Look, Palette } from '../palette.ts';

type Draw = (feature: FeatureLike, palette: Palette, resolution: number) => Style | undefined;

const area =
  (colour: (palette: Palette) => string, zIndex: number): Draw =>
  (_feature, palette) =>
    new Style({ zIndex, fill: new Fill({ color: colour(palette) }) });

const land = area(({ land }) => land, 0);
const green = area(({ green }) => green, 1);
const water = area(({ water }) => water, 2);

const draws: Readonly<Record<string, Draw>> = {
  earth: land,
  landcover: greenOnly,
  landuse: greenOnly,
  park: green,
  water: waterShape,
  waterway: waterLine,
  roads: road,
  transportation: road,
  buildings: building,
  building,
  places: place,
  place,
};

export function shapeStyle(look: Look): StyleFunction {
  return (feature, resolution) => draws[textOf(feature, 'layer')]?.(feature, look(), resolution);
}

const greens = /^(park|forest|wood|grass|grassland|nature_reserve|garden|scrub|cemetery|golf_course)$/;

function greenOnly(feature: FeatureLike, palette: Palette, resolution: number): Style | undefined {
  return greens.test(kindOf(feature)) ? green(feature, palette, resolution) : undefined;
}

function waterShape(feature: FeatureLike, palette: Palette, resolution: number): Style | undefined {
  const isArea = feature.getGeometry()?.getType().endsWith('Polygon');
  return (isArea ? water : waterLine)(feature, palette, resolution);
}

function waterLine(_feature: FeatureLike, { water: color }: Palette): Style {
  return new Style({ zIndex: 2, stroke: new Stroke({ color, width: 1.5 }) });
}

/** Widths in pixels at street level. */
const roads: readonly [kind: RegExp, width: number, shownBelow: number][] = [
  [/^(highway|motorway|trunk)/, 5, 2000],
  [/^(major_road|primary|secondary|tertiary)/, 3.5, 120],
  [/^(minor_road|minor|residential|service|path|other)/, 2, 20],
];

function road(feature: FeatureLike, palette: Palette, resolution: number): Style | undefined {
  const kind = kindOf(feature);
  const row = roads.find(([known]) => known.test(kind));
  if (!row || resolution > row[2]) return undefined;
  const width = Math.max(1, row[1] * Math.min(1, 10 / resolution));
  return new Style({
    zIndex: 4,
    stroke: new Stroke({ color: palette.road, width }),
    ...named(feature, palette),
  });
}

function named(feature: FeatureLike, palette: Palette): { text?: Text } {
  const text = nameOf(feature);
  if (text === '') return {};
  return { text: label(text, palette, { font: `11px ${palette.font}`, placement: 'line' }) };
}

function building(_feature: FeatureLike, palette: Palette, resolution: number): Style | undefined {
  if (resolution > 5) return undefined;
  return new Style({ zIndex: 3, fill: new Fill({ color: palette.grid }) });
}

function place(feature: FeatureLike, palette: Palette): Style | undefined {
  const text = nameOf(feature);
  const isCountry = /country|region|state|province/.test(kindOf(feature));
  if (text === '' || isCountry) return undefined;
  return new Style({ zIndex: 5, text: label(text, palette, { font: `500 12px ${palette.font}` }) });
}

function label(text: string, palette: Palette, look: { font: string; placement?: 'line' }): Text {
  return new Text({
    text,
    ...look,
    fill: new Fill({ color: palette.label }),
    stroke: new Stroke({ color: palette.land, width: 3 }),
  });
}

const nameKeys = {
  'zh-CN': ['name:zh-Hans', 'name:zh', 'name'],
  'zh-TW': ['name:zh-Hant', 'name:zh', 'name'],
  en: ['name:en', 'name'],
} as const;

const nameOf = (feature: FeatureLike): string =>
  nameKeys[locale()].map((key) => textOf(feature, key)).find((name) => name !== '') ?? '';

/** Protomaps says `kind` (earlier `pmap:kind`), OpenMapTiles `class`. */
const kindOf = (feature: FeatureLike): string =>
  textOf(feature, 'kind') || textOf(feature, 'pmap:kind') || textOf(feature, 'class');

function textOf(feature: FeatureLike, key: string): string {
  const value: unknown = feature.get(key);
  return typeof value === 'string' ? value : '';
}
