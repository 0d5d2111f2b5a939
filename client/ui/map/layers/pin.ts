// The pin that a person puts down, drags, and moves by the arrow keys.
import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import Translate from 'ol/interaction/Translate.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import Collection from 'ol/Collection.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Icon from 'ol/style/Icon.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import type { Look, Palette } from '../palette.ts';
import { fromPlane, toPlane } from '../projection.ts';
import type { LngLat } from '../systems.ts';

export interface PinLayer {
  readonly layer: VectorLayer;
  readonly drag: Translate;
  set(point: LngLat | undefined): void;
}

export function createPin(projection: string, look: Look, onDragged: (point: LngLat) => void): PinLayer {
  const pin = new Feature<Point>();
  const layer = new VectorLayer({
    source: new VectorSource({ features: [pin], wrapX: false }),
    style: () => pinStyle(look()),
  });
  const drag = new Translate({ features: new Collection([pin]), hitTolerance: 10 });
  drag.on('translateend', () => {
    const coordinate = pin.getGeometry()?.getCoordinates();
    if (coordinate) onDragged(fromPlane(coordinate, projection));
  });
  return {
    layer,
    drag,
    set: (point) => pin.setGeometry(point && new Point(toPlane(point, projection))),
  };
}

function pinStyle(palette: Palette): Style[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="36" height="44" viewBox="0 0 36 44"><path d="M18 42.5C11 33 3.5 26 3.5 17a14.5 14.5 0 0 1 29 0c0 9-7.5 16-14.5 25.5z" fill="${palette.pin}" stroke="${palette.surface}" stroke-width="2.5"/><circle cx="18" cy="17" r="5.5" fill="${palette.surface}"/></svg>`;
  const src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  return [
    new Style({
      image: new CircleStyle({
        radius: 3,
        fill: new Fill({ color: palette.text }),
        stroke: new Stroke({ color: palette.surface, width: 1.5 }),
      }),
    }),
    new Style({ image: new Icon({ src, anchor: [0.5, 0.98], scale: 0.9 }) }),
  ];
}
