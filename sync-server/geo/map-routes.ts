// GET /api/settings/map, and the server's own map file, in ranges, for people who are signed in.
import { stat } from 'node:fs/promises';
import { Router, type Response } from 'express';
import type { MapSettings } from '#schemas/geo/map-settings.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import type { MapConfig } from './map-config.ts';

export function mapRoutes(
  { basemap, file, geocoder, router: roads }: MapConfig,
  signedIn: SignedInWrapper,
): Router {
  const router = Router();
  const settings: MapSettings = { basemap, geocoder: geocoder !== undefined, router: roads !== undefined };
  router.get(
    '/settings/map',
    signedIn((_actor, _request, response) => response.json(settings)),
  );
  router.get(
    '/map/basemap.pmtiles',
    signedIn(async (_actor, _request, response) => {
      if (file === undefined) throw new Problem('not-found');
      await sendRanges(response, file);
    }),
  );
  return router;
}

/** The file is large and rarely another: a device asks for the parts it needs, and sees when they are of another. */
async function sendRanges(response: Response, file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Problem('not-found', 'The map file that MAP_PMTILES names is not there.');
  const headers = {
    'Cache-Control': 'private, no-cache',
    'Content-Type': 'application/octet-stream',
    ETag: `"${found.size}-${found.mtimeMs}"`,
  };
  await new Promise<void>((resolve, reject) => {
    response.sendFile(file, { headers, cacheControl: false, dotfiles: 'allow' }, (error?: Error) => {
      // A device that goes away in the middle is nobody's fault.
      if (!error || response.headersSent) resolve();
      else reject(error);
    });
  });
}
