// Every path of the API and every collection, asked by every ready-made role: what a role lacks is refused, and
// nothing that it may not see is on the wire. The tables say it anew, apart from the code that decides it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapiDocument } from '../../sync-server/http/openapi.ts';
import { may, type Actor, type Permission } from '#schemas/staff/permissions.ts';
import { collectionNames, type Collection } from '#schemas/sync/collections.ts';
import { creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type SignedInClient, type TestServer } from '../setup/server.ts';

/** `signed-in`: whoever has a session, within what he sees. `open`: also without one. */
type Need = Permission | 'signed-in' | 'open';

/** Each operation of the API as `METHOD path`, with what it needs. */
const needs: Readonly<Record<string, Need>> = {
  'GET /health': 'open',
  'GET /metrics': 'open',
  'GET /api/openapi.json': 'open',
  'GET /api/notices/schema.json': 'open',
  'POST /api/session': 'open',
  'GET /api/session': 'signed-in',
  'DELETE /api/session': 'signed-in',
  'POST /api/session/password': 'signed-in',
  'POST /api/commands': 'signed-in',
  'GET /api/orders/search': 'orders.view',
  'GET /api/orders/search/count': 'orders.view',
  'GET /api/orders/{id}': 'signed-in',
  'GET /api/settings/map': 'signed-in',
  'GET /api/map/basemap.pmtiles': 'signed-in',
  'GET /api/geocode': 'signed-in',
  'POST /api/geo/eta': 'signed-in',
  'POST /api/positions': 'jobs.work',
  'GET /api/reverse-geocode': 'signed-in',
  'GET /api/senders': 'senders.edit',
  'POST /api/senders': 'senders.edit',
  'PUT /api/senders/{id}': 'senders.edit',
  'PATCH /api/senders/{id}': 'senders.edit',
  'DELETE /api/senders/{id}': 'senders.edit',
  'POST /api/senders/{id}/secret': 'senders.edit',
  'GET /api/deliveries': 'senders.edit',
  'POST /api/deliveries/resend': 'senders.edit',
  'GET /api/notices/{id}/deliveries': 'orders.view',
  'GET /api/sms/settings': 'senders.edit',
  'PUT /api/sms/settings': 'senders.edit',
  'PUT /api/company': 'roles.edit',
  'GET /api/staff/{id}/account': 'staff.view',
  'POST /api/staff/{id}/password': 'staff.edit',
  'DELETE /api/staff/{id}/sessions': 'staff.edit',
  'GET /api/staff/{id}/private': 'staff.sensitive',
  'PUT /api/staff/{id}/private': 'staff.sensitive',
  'GET /api/quarantine': 'staff.edit',
  'GET /api/quarantine/{id}/photo': 'staff.edit',
  'GET /api/quarantine/{id}/original': 'staff.edit',
  'DELETE /api/quarantine/{id}': 'staff.edit',
  'POST /api/quarantine/{id}': 'staff.edit',
  'GET /api/finance/accounts': 'finance.view',
  'GET /api/finance/debts/{customerId}': 'finance.view',
  'GET /api/reports/orders': 'finance.view',
  'GET /api/finance/months': 'finance.view',
  'GET /api/finance/months/{month}/open': 'finance.view',
  'POST /api/finance/months/{month}/close': 'finance.close',
  'POST /api/finance/months/{month}/reopen': 'finance.reopen',
  'GET /api/statements/{id}/links': 'finance.approve',
  'POST /api/statements/{id}/links': 'finance.approve',
  'DELETE /api/statements/{id}/links/{link}': 'finance.approve',
  'GET /api/reference/{collection}/{id}/uses': 'customers.delete',
  'GET /api/history/{collection}/{id}': 'customers.view',
};

/** Data go by what one sees, as the tests below say; hooks are signed by those who call them. */
const isOfData = (operation: string) => / \/(replication|hooks|api\/photos|public|r)\b/.test(operation);

const seen: Partial<Record<Collection, Permission>> = {
  orders: 'orders.view',
  notices: 'orders.view',
  photos: 'orders.view',
  statements: 'finance.view',
  positions: 'map.view',
  customers: 'customers.view',
  vehicles: 'vehicles.view',
  staff: 'staff.view',
  roles: 'roles.view',
  outlets: 'outlets.view',
  catalog: 'catalog.view',
  calls: 'calls.view',
};
/** What of a document that one sees is only for whoever may more. */
const seenWithin: readonly (readonly [Collection, string, Permission])[] = [
  ['outlets', 'callSystemAddresses', 'outlets.edit'],
];
/** Everybody has these, by whatever role. */
const everybodysOwn: readonly Permission[] = ['outlets.view', 'catalog.view'];
const edited: Partial<Record<Collection, Permission>> = {
  customers: 'customers.edit',
  vehicles: 'vehicles.edit',
  outlets: 'outlets.edit',
  staff: 'staff.edit',
  roles: 'roles.edit',
  catalog: 'catalog.edit',
};

const people = ['admin', 'clerk', 'dispatcher', 'operator', 'driver1', 'finance'] as const;
const someone = 'staff-dispatcher2';

function operationsOfApi(): string[] {
  const { paths } = openapiDocument('1.0.0') as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
}

const pathOf = (operation: string): string =>
  (operation.split(' ')[1] ?? '')
    .replace('/staff/{id}', `/staff/${someone}`)
    .replace('{collection}/{id}', 'customers/customer-2')
    .replace(/\{(?:id|link)\}/g, 'none-such');

describe('the table', () => {
  it('has every operation that the API describes', () => {
    const missing = operationsOfApi().filter((one) => !(one in needs) && !isOfData(one));
    expect(missing).toEqual([]);
  });
});

describe.each(testDatabases)('the roles on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  const clients = new Map<string, SignedInClient>();
  const actors = new Map<string, Actor>();

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
    await employOperator(await server.as('admin'));
    await server.say('clerk', 'create-order', 'order-1', creation());
    for (const name of people) await enter(name);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function employOperator(admin: SignedInClient): Promise<void> {
    const newDocumentState = {
      ...{ id: 'staff-operator', name: 'operator', username: 'operator', disabled: false },
      ...{ roleIds: ['role-operator'], outletIds: ['outlet-1'], employment: 'employed' },
      hours: { from: '08:00', to: '20:00' },
    };
    await admin.post('/replication/staff/0/push', [{ newDocumentState }]);
    await admin.post('/api/staff/staff-operator/password', { password: operatorPassword });
  }

  async function enter(name: (typeof people)[number]): Promise<void> {
    const client = name === 'operator' ? await signInOperator() : await server.as(name);
    const { body } = await client.get<{ actor?: Actor } & Actor>('/api/session');
    clients.set(name, client);
    actors.set(name, body.actor ?? body);
  }

  async function signInOperator(): Promise<SignedInClient> {
    const response = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'operator', password: operatorPassword }),
    });
    const { token } = (await response.json()) as { token: string };
    return server.with(token);
  }

  const of = (name: string) => {
    const [client, actor] = [clients.get(name), actors.get(name)];
    if (!client || !actor) throw new Error(`${name} has not signed in`);
    return { client, actor };
  };

  const asked = operationsOfApi().filter((one) => one in needs && !elsewhere.has(one));

  it('has everybody signed in with the permissions of his role', () => {
    expect(people.map((name) => may(of(name).actor, 'orders.create'))).toEqual([
      ...[true, true, true, true],
      ...[false, false],
    ]);
  });

  it.each(asked.filter((one) => needs[one] !== 'open'))(
    '%s is closed without a session',
    async (operation) => {
      const [method = ''] = operation.split(' ');
      const response = await fetch(server.url + pathOf(operation), {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method !== 'GET' && { body: '{}' }),
      });
      expect(response.status).toBe(401);
    },
  );

  it.each(people)('%s gets in where the table says, and nowhere else', async (name) => {
    const { client, actor } = of(name);
    const answers: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const operation of asked) {
      const need = needs[operation] ?? 'open';
      const isOpen = need === 'open' || need === 'signed-in' || may(actor, need);
      wanted[operation] = isOpen ? 'in' : 'out';
      answers[operation] = [401, 403].includes(await statusOf(client, operation)) ? 'out' : 'in';
    }
    // Beyond the outlets that somebody has, not even his permission helps.
    for (const operation of ofOtherOutlets) {
      if (actor.outletIds.length > 0 && wanted[operation] === 'in')
        wanted[operation] = answers[operation] ?? '';
    }
    // A notice that is not there, or not his to see, looks the same to all.
    delete wanted['GET /api/notices/{id}/deliveries'];
    delete answers['GET /api/notices/{id}/deliveries'];
    expect(answers).toEqual(wanted);
  });

  it.each(people)('%s pulls nothing that his role does not show', async (name) => {
    const { client, actor } = of(name);
    for (const collection of collectionNames) {
      const need = seen[collection];
      const { documents } = await pullAll(client, collection);
      const others = documents.filter((document) => !isOwn(document, actor));
      if (need && !may(actor, need)) expect([collection, others]).toEqual([collection, []]);
    }
  });

  it.each(people)('%s pulls no field that his role does not show', async (name) => {
    const { client, actor } = of(name);
    for (const [collection, field, need] of seenWithin) {
      const { documents } = await pullAll(client, collection);
      expect(documents.length).toBeGreaterThan(0);
      expect([field, documents.filter((one) => field in one).length > 0]).toEqual([field, may(actor, need)]);
    }
  });

  it('gives everybody what orders name', async () => {
    for (const name of people) {
      const { client, actor } = of(name);
      expect(everybodysOwn.filter((one) => !may(actor, one))).toEqual([]);
      for (const collection of ['outlets', 'catalog'] as const)
        expect((await pullAll(client, collection)).documents.length).toBeGreaterThan(0);
    }
  });

  it('shows each role what it is for', async () => {
    const count = async (name: string, collection: Collection) =>
      (await pullAll(of(name).client, collection)).documents.length;
    expect(await count('admin', 'staff')).toBeGreaterThan(5);
    expect(await count('dispatcher', 'orders')).toBe(1);
    expect(await count('driver1', 'orders')).toBe(0);
    expect(await count('driver1', 'customers')).toBe(0);
    expect(await count('driver1', 'vehicles')).toBe(1);
    expect(await count('finance', 'orders')).toBe(1);
  });

  it.each(people)('%s changes only what his role lets him', async (name) => {
    const { client, actor } = of(name);
    for (const [collection, need] of Object.entries(edited)) {
      const { documents } = await pullAll(await server.as('admin'), collection as Collection);
      const [before] = documents.filter(({ id }) => changeable.has(String(id)));
      expect([collection, before?.id]).toEqual([collection, expect.any(String)]);
      const row = { newDocumentState: { ...before, name: `changed by ${name}` }, assumedMasterState: before };
      const { status, body } = await client.post<{ name?: string }[]>(
        `/replication/${collection}/0/push?answer=all`,
        [row],
      );
      const isChanged = status === 200 && body[0]?.name === `changed by ${name}`;
      expect([collection, isChanged]).toEqual([collection, may(actor, need)]);
    }
  });

  it.each(people)('%s pushes into no collection that has its own ways', async (name) => {
    const { client } = of(name);
    for (const collection of ['orders', 'notices', 'statements', 'calls', 'photos', 'positions']) {
      const { status } = await client.post(`/replication/${collection}/0/push`, []);
      expect([collection, status]).toEqual([collection, 403]);
    }
  });
});

const operatorPassword = 'rot wie ein Kran';

/** They end the session that asks, or are there only with a file: tests of their own have them. */
const elsewhere = new Set([
  ...['DELETE /api/session', 'POST /api/session/password', 'POST /api/session'],
  'GET /api/map/basemap.pmtiles',
]);

/** They speak of somebody, or something, of the second outlet. */
const ofOtherOutlets = [
  'GET /api/staff/{id}/private',
  'PUT /api/staff/{id}/private',
  'POST /api/staff/{id}/password',
  'GET /api/staff/{id}/account',
  'GET /api/reference/{collection}/{id}/uses',
  'GET /api/history/{collection}/{id}',
];

/** Documents that anybody with the permission may rename. */
const changeable = new Set([
  ...['customer-all', 'vehicle-1', 'outlet-1', 'staff-driver1', 'role-driver', 'service-tow'],
]);

const isOwn = (document: Readonly<Record<string, unknown>>, actor: Actor): boolean =>
  document['id'] === actor.id || document['actorId'] === actor.id;

async function statusOf(client: SignedInClient, operation: string): Promise<number> {
  const [method] = operation.split(' ');
  const path = pathOf(operation);
  if (method === 'GET') return (await client.get(path)).status;
  if (method === 'PUT') return (await client.put(path, {})).status;
  return method === 'DELETE' ? client.delete(path) : (await client.post(path, {})).status;
}
