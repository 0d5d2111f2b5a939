// A region's map in one file (.pmtiles) that the operator's own server keeps: as pictures, or as shapes that are
// drawn in our own colours.
import type Layer from 'ol/layer/Layer.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import { PMTilesRasterSource, PMTilesVectorSource } from 'ol-pmtiles';
import { PMTiles, TileType } from 'pmtiles';
import type { Basemap } from '../basemap.tsx';
import type { Look } from '../palette.ts';
import { projectionOf } from '../projection.ts';
import { shapeStyle } from './shapes.ts';

type File = Extract<Basemap, { kind: 'pmtiles' }>;

/** Rejects when the file is not there or cannot be read. */
export async function openPmtiles(file: File, look: Look): Promise<Layer> {
  const { tileType } = await new PMTiles(file.url).getHeader();
  const options = { url: file.url, projection: projectionOf(file.system), wrapX: false };
  if (tileType !== TileType.Mvt)
    return new TileLayer({ source: new PMTilesRasterSource(options), className: 'map-picture' });
  return new VectorTileLayer({
    source: new PMTilesVectorSource(options),
    style: shapeStyle(look),
    declutter: true,
  });
}
