// The headers that tell a browser what pages of ours may do. Everything comes from our own origin.
import helmet, { strictTransportSecurity } from 'helmet';
import type { Express } from 'express';
import type { TrustProxy } from '../config.ts';

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

export function secure(app: Express, trustProxy: TrustProxy): void {
  app.set('trust proxy', trustProxy);
  app.use(
    helmet({
      // Upgrading requests to https is left out: it would break a server that is reached by plain http.
      contentSecurityPolicy: { useDefaults: false, directives: policy },
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
