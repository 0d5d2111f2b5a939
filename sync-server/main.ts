// The composition root of the server: builds its parts, hands them to each other, starts and stops them.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { companyRoutes } from './company/routes.ts';
import { prepareFirstStart, type FirstStart } from './company/first-start.ts';
import { readConfig, type Config } from './config.ts';
import { DatabaseUnavailable, type Database } from './database/database.ts';
import { DatabaseInUse } from './database/directory-lock.ts';
import { DatabaseNewerThanProgram, migrate, MigrationChanged } from './database/migrate.ts';
import { loadMigrations } from './database/migrations.ts';
import { openDatabase } from './database/open.ts';
import { keepStatistics } from './database/statistics.ts';
import { demoCompany } from './demo/company.ts';
import { demoPassword } from './demo/load.ts';
import { financeRoutes } from './finance/routes.ts';
import { createGeocoder } from './geo/create-geocoder.ts';
import { rememberAnswers, type CompanyGeocoder } from './geo/geocode-cache.ts';
import { createQuota, geocodeRoutes } from './geo/geocode-routes.ts';
import { routeRoutes } from './geo/route-routes.ts';
import type { GeocoderConfig } from './geo/map-config.ts';
import { mapRoutes } from './geo/map-routes.ts';
import { createApp } from './http/app.ts';
import { currentActor, handingInAllowed, signInRequired } from './http/authenticate.ts';
import { createLog } from './log.ts';
import { createCommandExecutor } from './orders/executor.ts';
import { commandRoutes } from './orders/routes.ts';
import { orderSearchRoutes } from './orders/search-routes.ts';
import { openOutside } from './outside.ts';
import { createPhotoFiles } from './photos/files.ts';
import { photoRoutes } from './photos/routes.ts';
import { tidyPhotos } from './photos/sweep.ts';
import { keepForgetting } from './positions/leave.ts';
import { positionRoutes } from './positions/routes.ts';
import { quarantineRoutes } from './quarantine/routes.ts';
import { referenceRoutes } from './reference/routes.ts';
import { keepCounting } from './reports/count.ts';
import { reportRoutes } from './reports/routes.ts';
import { createHub } from './replication/hub.ts';
import { replicationRoutes } from './replication/routes.ts';
import { sweepDaily } from './replication/sweep.ts';
import { privateRoutes } from './staff/private-routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { createSeal } from './seal.ts';
import { createSessions, purgePeriodically } from './staff/sessions.ts';

declare const __TOWLINE_VERSION__: string;

const config = readConfig(process.env);
if (config.ok) await run(config.value).catch(explain);
else giveUp(config.error);

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const clock = () => new Date();
  const database = await openDatabase({ ...config, log });
  await migrate(database, loadMigrations());
  const seal = createSeal(config.secretKey);
  const firstStart = await prepareFirstStart({ database, seal, clock }, config.demo);
  const stopStatistics = await keepStatistics(database, log);

  const sessions = createSessions({ database, clock });
  const stopPurging = purgePeriodically(sessions, (err) => log.warn({ err }, 'sessions were not purged'));
  const stopSweeping = sweepDaily(database, clock, log);
  const files = createPhotoFiles(config.photosDir);
  const stopTidyingPhotos = tidyPhotos({ database, files, log }, clock);
  const stopForgetting = keepForgetting(database, clock, log);
  const stopCounting = keepCounting(database, log);
  const executor = createCommandExecutor({ database, clock, log });
  const hub = await createHub(database, log);
  const signedIn = signInRequired(sessions);
  const outside = await openOutside({ database, clock, log, signedIn, executor, config });
  const handingIn = handingInAllowed(sessions);
  const deps = { database, executor, hub, clock };
  const photoDeps = { database, folder: config.photosDir, log, signedIn };
  const authenticate = (request: Parameters<typeof currentActor>[1]) => currentActor(sessions, request);
  const app = createApp({
    database,
    sessions,
    log,
    version: __TOWLINE_VERSION__,
    clientDir: fileURLToPath(new URL('../client', import.meta.url)),
    config,
    mountRaw: outside.mountRaw,
    mount: (app) => {
      outside.mount(app);
      app.use('/api', commandRoutes(executor, signedIn));
      app.use('/api', orderSearchRoutes(database, signedIn));
      app.use('/api', photoRoutes({ ...photoDeps, handingIn }));
      app.use('/api', quarantineRoutes(photoDeps));
      app.use('/api', mapRoutes(config.map, signedIn));
      app.use('/api', geocodeRoutes({ geocoder: geocoderOf(config.map.geocoder, deps), log, signedIn }));
      app.use('/api', routeRoutes({ router: config.map.router, log, signedIn }));
      app.use('/api', positionRoutes({ database, clock, signedIn }));
      app.use('/api', referenceRoutes(database, signedIn));
      app.use('/api', financeRoutes({ database, clock, signedIn }));
      app.use('/api', reportRoutes({ database, clock, signedIn }));
      app.use('/api', staffRoutes({ database, sessions, signedIn }));
      app.use('/api', companyRoutes({ sessions, signedIn }));
      app.use('/api', privateRoutes({ database, clock, signedIn }));
      app.use('/replication', replicationRoutes({ ...deps, log, signedIn, handingIn, authenticate }));
    },
  });

  const server = createServer(app);
  server.on('error', (error) => giveUp(`Cannot listen on ${config.host}:${config.port}: ${error.message}`));
  server.listen(config.port, config.host, () => greet(config, firstStart, server.address()));

  const stop = async () => {
    stopPurging();
    stopStatistics();
    stopSweeping();
    stopTidyingPhotos();
    stopForgetting();
    stopCounting();
    server.close();
    server.closeAllConnections();
    await outside.stop();
    await hub.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

function geocoderOf(
  config: GeocoderConfig | undefined,
  parts: { database: Database; clock: () => Date },
): CompanyGeocoder | undefined {
  if (!config) return undefined;
  const geocoder = createGeocoder(config);
  return rememberAnswers({ ...parts, geocoder, provider: config.name, beforeAsking: createQuota() });
}

function greet({ host }: Config, firstStart: FirstStart, address: unknown): void {
  const port = typeof address === 'object' && address !== null && 'port' in address ? address.port : '';
  const lines = [
    `Towline ${__TOWLINE_VERSION__} is ready: http://${host}:${String(port)}`,
    ...signIns(firstStart),
  ];
  console.log(lines.join('\n'));
}

function signIns(firstStart: FirstStart): string[] {
  if (firstStart.kind === 'demo') {
    const names = demoCompany().logins.map(({ username }) => username);
    return [`Demo sign-ins, password ${demoPassword}: ${names.join(', ')}`];
  }
  if (firstStart.kind === 'empty') {
    return [
      `Sign in as ${firstStart.username} with the password ${firstStart.password} (it is shown this once).`,
    ];
  }
  return [];
}

/** What a person can mend is said in its own sentence; anything else is a fault and keeps its stack. */
function explain(error: unknown): never {
  const kinds = [DatabaseInUse, DatabaseNewerThanProgram, MigrationChanged, DatabaseUnavailable];
  const known = kinds.some((kind) => error instanceof kind);
  if (known && error instanceof Error) giveUp(error.message);
  throw error;
}

function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}
