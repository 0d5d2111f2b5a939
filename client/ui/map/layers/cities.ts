// Names of large cities on the outline, so that one sees where one is.
import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { Locale } from '../../../i18n/locale.ts';
import type { Look, Palette } from '../palette.ts';
import { toPlane } from '../projection.ts';
import { cities, type City } from './city-list.ts';

/** Metres per pixel up to which a city of each rank is named. */
const shownBelow = [20_000, 5000, 2000] as const;

export function createCities(projection: string, look: Look, locale: Locale): VectorLayer {
  const features = cities.map(
    (city) => new Feature({ geometry: new Point(toPlane(city, projection)), city }),
  );
  return new VectorLayer({
    source: new VectorSource({ features, wrapX: false }),
    declutter: true,
    style: (feature, resolution) => {
      const city = feature.get('city') as City;
      if (resolution > shownBelow[city.rank]) return undefined;
      return styleOf(city.names[locale], city.rank, look());
    },
  });
}

function styleOf(name: string, rank: City['rank'], palette: Palette): Style {
  return new Style({
    zIndex: -rank,
    image: new CircleStyle({ radius: 2, fill: new Fill({ color: palette.label }) }),
    text: new Text({
      text: name,
      font: `${rank === 0 ? 600 : 400} 12px ${palette.font}`,
      offsetX: 6,
      textAlign: 'start',
      fill: new Fill({ color: palette.label }),
      stroke: new Stroke({ color: palette.land, width: 3 }),
    }),
  });
}
