// How a point looks: a disc in its tone with an icon, its name below, an arrow where it is going.
import { render } from 'solid-js/web';
import { createComponent } from 'solid-js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Icon from 'ol/style/Icon.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { IconComponent } from '../../icon.ts';
import { toneColour, type Palette } from '../palette.ts';
import type { MapPoint } from '../types.ts';

const radius = 11;

export function pointStyle(point: MapPoint, palette: Palette, selected: boolean): Style[] {
  const colour = toneColour(palette, point.tone);
  const size = point.icon ? radius : 7;
  return [
    ...(selected ? [haloStyle(size, palette)] : []),
    ...(point.heading === undefined ? [] : [headingStyle(point.heading, size, colour, palette)]),
    new Style({ image: disc(size, colour, palette) }),
    ...(point.icon ? [new Style({ image: iconOf(point.icon, palette.surface) })] : []),
    // On its own: with a picture in one style it would be drawn together with it, over the icon.
    new Style({ text: namesOf([point], size, palette) }),
  ];
}

/** As many names have room under one disc. */
const namedAtMost = 3;

export function clusterStyle(
  points: readonly MapPoint[],
  colour: string,
  palette: Palette,
  selected: boolean,
): Style[] {
  const count = points.length;
  const size = count > 99 ? 19 : 15;
  const text = new Text({
    text: count > 999 ? '999+' : String(count),
    font: `600 12px ${palette.font}`,
    fill: new Fill({ color: palette.surface }),
    declutterMode: 'none',
  });
  return [
    ...(selected ? [haloStyle(size, palette)] : []),
    new Style({ image: disc(size, colour, palette), text }),
    ...(count > namedAtMost ? [] : [new Style({ text: namesOf(points, size, palette) })]),
  ];
}

/** Discs are always drawn; names make room for each other. */
const disc = (size: number, colour: string, palette: Palette): CircleStyle =>
  new CircleStyle({
    radius: size,
    fill: new Fill({ color: colour }),
    stroke: new Stroke({ color: palette.surface, width: 2 }),
    declutterMode: 'none',
  });

/** One under the other. */
function namesOf(points: readonly MapPoint[], size: number, palette: Palette): Text {
  return new Text({
    text: points.map(({ label }) => (label.length > 16 ? `${label.slice(0, 15)}…` : label)).join('\n'),
    font: `500 12px ${palette.font}`,
    textBaseline: 'top',
    offsetY: size + 4,
    fill: new Fill({ color: palette.text }),
    stroke: new Stroke({ color: palette.surface, width: 3 }),
  });
}

const haloStyle = (size: number, palette: Palette): Style =>
  new Style({
    image: new CircleStyle({
      radius: size + 5,
      stroke: new Stroke({ color: palette.accent, width: 3 }),
      declutterMode: 'none',
    }),
  });

function headingStyle(heading: number, size: number, colour: string, palette: Palette): Style {
  const rotation = (heading * Math.PI) / 180;
  return new Style({
    image: new RegularShape({
      ...{ points: 3, radius: 7, rotation, scale: [0.8, 1], displacement: [0, size + 5] },
      fill: new Fill({ color: colour }),
      stroke: new Stroke({ color: palette.surface, width: 1.5 }),
      declutterMode: 'none',
    }),
  });
}

const icons = new Map<IconComponent, Map<string, string>>();

function iconOf(icon: IconComponent, colour: string): Icon {
  return new Icon({ src: pictureOf(icon, colour), scale: 0.5, declutterMode: 'none' });
}

/** An icon of the kit as a picture that a canvas can draw. */
function pictureOf(icon: IconComponent, colour: string): string {
  const byColour = icons.get(icon) ?? new Map<string, string>();
  icons.set(icon, byColour);
  const known = byColour.get(colour);
  if (known !== undefined) return known;
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(svgOf(icon, colour))}`;
  byColour.set(colour, picture);
  return picture;
}

function svgOf(icon: IconComponent, colour: string): string {
  const host = document.createElement('div');
  const dispose = render(() => createComponent(icon, { size: 28, color: colour, strokeWidth: 2.25 }), host);
  const svg = host.innerHTML;
  dispose();
  return svg;
}
