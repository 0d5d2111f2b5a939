// The description of the API says what the application does.
import { quietLog } from '../setup/quiet-log.ts';
import type { Router } from 'express';
import { expect, test } from 'vitest';
import { problemCodes } from '#schemas/core/problem-codes.ts';
import { commandTypes } from '#schemas/orders/commands.ts';
import { collectionNames } from '#schemas/sync/collections.ts';
import { geocodeRoutes } from '../../sync-server/geo/geocode-routes.ts';
import { mapRoutes } from '../../sync-server/geo/map-routes.ts';
import { handingInAllowed, signInRequired } from '../../sync-server/http/authenticate.ts';
import { openapiDocument } from '../../sync-server/http/openapi.ts';
import { noticeHookRoutes, noticeSchemaRoute } from '../../sync-server/notices/routes.ts';
import { senderRoutes } from '../../sync-server/notices/sender-routes.ts';
import { commandRoutes } from '../../sync-server/orders/routes.ts';
import { orderSearchRoutes } from '../../sync-server/orders/search-routes.ts';
import { photoRoutes } from '../../sync-server/photos/routes.ts';
import { financeRoutes } from '../../sync-server/finance/routes.ts';
import { reportRoutes } from '../../sync-server/reports/routes.ts';
import { referenceRoutes } from '../../sync-server/reference/routes.ts';
import { quarantineRoutes } from '../../sync-server/quarantine/routes.ts';
import { replicationRoutes } from '../../sync-server/replication/routes.ts';
import { smsHookRoutes, smsSettingRoutes } from '../../sync-server/sms/routes.ts';
import { privateRoutes } from '../../sync-server/staff/private-routes.ts';
import { staffRoutes } from '../../sync-server/staff/routes.ts';
import { statementLinkRoutes } from '../../sync-server/statements/links/routes.ts';
import { createSeal } from '../../sync-server/seal.ts';
import { appWith, databaseThat, goodToken, logInMemory, oneSession, serve } from './serve.ts';

const document = openapiDocument('1.2.3');

interface Described {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Record<string, object> };
}
const { paths, components } = document as unknown as Described;

function everyRef(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(everyRef)];
}

function resolves(pointer: string): boolean {
  const found = pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
  return found !== undefined;
}

test('is OpenAPI 3.1 as the application serves it', async () => {
  const served = await serve(appWith());
  const response = await fetch(`${served.url}/api/openapi.json`);
  expect(await response.json()).toEqual(document);
  await served.close();
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Towline', version: '1.2.3' } });
});

test('refers to nothing that it does not hold', () => {
  const refs = everyRef(document);
  expect(refs.length).toBeGreaterThan(50);
  expect(refs.filter((ref) => !resolves(ref))).toEqual([]);
});

test('every operation says what it answers and how it fails', () => {
  for (const operations of Object.values(paths))
    for (const { responses } of Object.values(operations))
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
});

test('declares every parameter that a path holds', () => {
  for (const [path, operations] of Object.entries(paths)) {
    const held = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const operation of Object.values(operations)) {
      const { parameters = [] } = operation as unknown as { parameters?: { name: string; in: string }[] };
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(held);
    }
  }
});

test('holds every command, every collection and every problem', () => {
  expect(Object.keys(components.schemas)).toEqual(
    expect.arrayContaining([
      ...collectionNames,
      ...commandTypes.flatMap((type) => [`command.${type}`, `payload.${type}`]),
    ]),
  );
  expect(document['x-problem-codes']).toEqual(problemCodes);
});

test('a problem points at the entry of its code', async () => {
  const served = await serve(appWith());
  const response = await fetch(`${served.url}/api/session`);
  const { type } = (await response.json()) as { type: string };
  const [path, pointer = ''] = type.split('#');
  expect(path).toBe('/api/openapi.json');
  expect(resolves(`#${pointer}`)).toBe(true);
  await served.close();
});

test('describes every path that the application routes itself', () => {
  const routed = appWith().router.stack.flatMap(({ route }) => (route ? [route.path] : []));
  expect(routed).toContain('/api/session');
  for (const path of routed) expect(Object.keys(paths)).toContain(path);
});

test('describes every path that the routers of the domains route, with its method', () => {
  const signedIn = signInRequired(oneSession);
  const handingIn = handingInAllowed(oneSession);
  const executor = { submit: () => Promise.resolve([]) };
  const replication = replicationRoutes({
    database: databaseThat(() => Promise.resolve([])),
    executor,
    hub: {
      subscribe: () => ({ begun: Promise.resolve(), end: () => undefined }),
      close: () => Promise.resolve(),
    },
    clock: () => new Date(0),
    log: quietLog,
    signedIn,
    handingIn,
    authenticate: () => Promise.resolve(undefined),
  });
  const database = databaseThat(() => Promise.resolve([]));
  const outside = {
    database,
    seal: createSeal(undefined),
    clock: () => new Date(0),
    signedIn,
    sending: { allowLoopback: false },
    executor,
    send: () => Promise.resolve({ status: 200, body: '' }),
    log: logInMemory().log,
  };
  const routed = [
    ...routesOf('/api', commandRoutes(executor, signedIn)),
    ...routesOf('/api', quarantineRoutes({ database, folder: '', log: outside.log, signedIn })),
    ...routesOf('/api', referenceRoutes(database, signedIn)),
    ...routesOf('/api', orderSearchRoutes(database, signedIn)),
    ...routesOf('/api', financeRoutes({ database, clock: () => new Date(0), signedIn })),
    ...routesOf('/api', reportRoutes({ database, clock: () => new Date(0), signedIn })),
    ...routesOf('/api', privateRoutes({ database, clock: () => new Date(0), signedIn })),
    ...routesOf('/api', staffRoutes({ database, sessions: oneSession, signedIn })),
    ...routesOf('', noticeHookRoutes(outside)),
    ...routesOf('/api', noticeSchemaRoute()),
    ...routesOf('/api', senderRoutes(outside)),
    ...routesOf(
      '/api',
      mapRoutes({ basemap: { kind: 'outline' }, file: undefined, geocoder: undefined }, signedIn),
    ),
    ...routesOf('/api', geocodeRoutes({ geocoder: undefined, log: { warn: () => undefined }, signedIn })),
    ...routesOf('/api', photoRoutes({ database, folder: '', log: outside.log, signedIn, handingIn })),
    ...routesOf('', smsHookRoutes(outside)),
    ...routesOf('/api', smsSettingRoutes(outside)),
    ...routesOf('/api', statementLinkRoutes({ ...outside, publicUrl: '' })),
    ...routesOf('/replication', replication),
  ];
  expect(routed.length).toBeGreaterThan(4);
  for (const [path, method] of routed) expect(Object.keys(paths[path] ?? {})).toContain(method);
});

function routesOf(prefix: string, router: Router): [path: string, method: string][] {
  return router.stack.flatMap(({ route }) => {
    if (!route) return [];
    const path = prefix + route.path.replace(':version', ':schemaVersion').replace(/:(\w+)/g, '{$1}');
    return [...new Set(route.stack.map(({ method }) => method))].map((method): [string, string] => [
      path,
      method,
    ]);
  });
}

test('names no method of the session that is not routed', async () => {
  const served = await serve(appWith());
  for (const method of Object.keys(paths['/api/session'] ?? {})) {
    const init = { method: method.toUpperCase(), headers: { authorization: `Bearer ${goodToken}` } };
    const response = await fetch(`${served.url}/api/session`, init);
    expect(response.status).not.toBe(404);
  }
  await served.close();
});
