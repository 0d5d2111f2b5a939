// The coasts of the world, from the app itself: what a map shows without any provider and without a network.
// Coasts alone: borders are drawn by maps that were approved for it.
import TopoJSON from 'ol/format/TopoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import landUrl from 'world-atlas/land-50m.json?url';
import type { Look } from '../palette.ts';

export function createOutline(projection: string, look: Look): VectorLayer {
  const source = new VectorSource({ wrapX: false });
  void addLand(source, projection);
  return new VectorLayer({
    source,
    style: () =>
      new Style({
        fill: new Fill({ color: look().land }),
        stroke: new Stroke({ color: look().coast, width: 1 }),
      }),
  });
}

/** Without it (its part of the app could not be loaded) there is still the grid. */
async function addLand(source: VectorSource, projection: string): Promise<void> {
  try {
    const response = await fetch(landUrl);
    if (!response.ok) throw new Error(`${landUrl} answered ${response.status}`);
    const land = new TopoJSON({ layers: ['land'] });
    source.addFeatures(
      land.readFeatures(await response.json(), {
        dataProjection: 'EPSG:4326',
        featureProjection: projection,
      }),
    );
  } catch (error) {
    console.warn('Towline: the outline of the map could not be loaded', error);
  }
}
