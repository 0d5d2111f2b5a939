// The headers that tell a browser what pages of ours may do. Everything comes from our own origin,
// but for the map of a provider where one is configured.
import helmet, { strictTransportSecurity } from 'helmet';
import type { Express } from 'express';
import { plainMap } from '#schemas/geo/map-settings.ts';
import type { TrustProxy } from '../config.ts';
import type { MapConfig } from '../geo/map-config.ts';
import { mapSources } from '../geo/map-sources.ts';

const policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

const permissionsPolicy = 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=()';

export interface SecurityConfig {
  readonly trustProxy: TrustProxy;
  /** Without it no provider's map is shown. */
  readonly map?: Pick<MapConfig, 'basemap'>;
}

export function secure(app: Express, { trustProxy, map }: SecurityConfig): void {
  app.set('trust proxy', trustProxy);
  const { images, requests } = mapSources(map?.basemap ?? plainMap.basemap);
  const directives = {
    ...policy,
    'img-src': [...policy['img-src'], ...images],
    'connect-src': [...policy['connect-src'], ...requests],
  };
  app.use(
    helmet({
      // Upgrading requests to https is left out: it would break a server that is reached by plain http.
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  const onlyByHttps = strictTransportSecurity({ maxAge: 31_536_000, includeSubDomains: false });
  app.use((request, response, next) => {
    response.set('Permissions-Policy', permissionsPolicy);
    if (request.secure) onlyByHttps(request, response, next);
    else next();
  });
}
