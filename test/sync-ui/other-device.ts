// Somebody at another device: what he does goes past the browser under test, straight to the server.
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { TestServer } from '../e2e/fixtures.ts';

const password = 'towline-demo';

export interface OtherDevice {
  /** Fails when it is refused. */
  say<Kind extends CommandType>(type: Kind, orderId: string, payload: CommandPayload<Kind>): Promise<void>;
  /** Edits a reference document as it is stored now. */
  change<Doc extends object>(collection: string, id: string, changes: Partial<Doc>): Promise<void>;
  /** Two edits of the same state of a document, the first of which came first. */
  collide<Doc extends object>(
    collection: string,
    id: string,
    first: Partial<Doc>,
    second: Partial<Doc>,
  ): Promise<void>;
  documents<Doc>(collection: string): Promise<Doc[]>;
  order(id: string): Promise<Order | undefined>;
  /** Until the server sees this person so; it may remember what it looked up for some seconds. */
  waitUntil(holds: (actor: Actor) => boolean): Promise<void>;
  waitUntilSignedOut(): Promise<void>;
}

let made = 0;

/** Signs in, and has the server remember this person from now on. */
export async function otherDevice(server: TestServer, username: string): Promise<OtherDevice> {
  const api = await server.api(username);
  const ask = await signedIn(server.url, username);
  const deviceId = `device-elsewhere-${++made}`;
  await ask('/api/session');
  const documents = <Doc>(collection: string) => api.documents<Doc>(collection);
  const stored = async (collection: string, id: string): Promise<object> => {
    const all = await documents<{ id: string; _deleted?: boolean }>(collection);
    const found = all.find((each) => each.id === id && !each._deleted);
    demand(found !== undefined, `no ${id} in ${collection}`, found);
    const { _deleted, ...document } = found;
    return document;
  };
  const push = async (collection: string, assumedMasterState: object, changes: object) => {
    const newDocumentState = { ...assumedMasterState, edit: { deviceId, n: ++made }, ...changes };
    return ask(`/replication/${collection}/0/push`, [{ assumedMasterState, newDocumentState }]);
  };
  return {
    documents,
    order: async (id) => (await documents<Order>('orders')).find((order) => order.id === id),
    say: async (type, orderId, payload) => {
      const envelope = { id: `elsewhere-${++made}`, n: made, deviceId, at: new Date().toISOString() };
      const { body } = await ask('/api/commands', { commands: [{ ...envelope, type, orderId, payload }] });
      demand(!JSON.stringify(body).includes('rejected'), `${type} was refused`, body);
    },
    change: async (collection, id, changes) => {
      const { body } = await push(collection, await stored(collection, id), changes);
      demand(Array.isArray(body) && body.length === 0, `the edit of ${id} did not go in`, body);
    },
    collide: async (collection, id, first, second) => {
      const base = await stored(collection, id);
      await push(collection, base, first);
      const { body } = await push(collection, base, { ...second, edit: { deviceId: 'device-third', n: 1 } });
      demand(JSON.stringify(body).includes('conflicts'), `the edits of ${id} did not collide`, body);
    },
    waitUntil: (holds) => until(async () => holds((await ask('/api/session')).body as Actor)),
    waitUntilSignedOut: () => until(async () => (await ask('/api/session')).status === 401),
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function signedIn(url: string, username: string) {
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username, password }),
  });
  const { token } = (await session.json()) as { token: string };
  return async (path: string, body?: object): Promise<Answer> => {
    const response = await fetch(url + path, {
      headers: { ...json, authorization: `Bearer ${token}` },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
}

function demand(holds: boolean, what: string, seen: unknown): asserts holds {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
}

/** Asks again twice a second; the test's own time limit ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 500));
}
