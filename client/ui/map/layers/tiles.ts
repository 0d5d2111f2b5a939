// A provider's map as pictures. It says when pictures do not come, and when they come again.
import TileLayer from 'ol/layer/Tile.js';
import XYZ from 'ol/source/XYZ.js';
import type { Basemap } from '../basemap.tsx';
import { projectionOf } from '../projection.ts';

type Tiles = Extract<Basemap, { kind: 'tiles' }>;

/** One that is missing says nothing; these many in a row do. */
const failedInARow = 3;

/** @param onLoaded false: pictures do not come; true: they do (again) */
export function createTiles({ urls, maxZoom, system }: Tiles, onLoaded: (ok: boolean) => void): TileLayer[] {
  let failed = 0;
  const count = (ok: boolean): void => {
    failed = ok ? 0 : failed + 1;
    if (ok || failed === failedInARow) onLoaded(ok);
  };
  return urls.map((url) => {
    const source = new XYZ({ url, maxZoom, projection: projectionOf(system), wrapX: false });
    source.on('tileloadend', () => count(true));
    source.on('tileloaderror', () => count(false));
    return new TileLayer({ source, className: 'map-picture' });
  });
}
