// A company with a sender, as an administrator sets one up over HTTP.
import { request as requestOf, signedHeaders } from '../setup/notices.ts';
import type { TestServer } from '../setup/server.ts';
import type { SenderInput, SenderWithSecret } from '#schemas/notices/sender.ts';

export const senderInput = (changed: Partial<SenderInput> = {}): SenderInput => ({
  name: '平安保险',
  customerId: 'customer-all',
  outletId: 'outlet-1',
  services: { 拖车: 'service-tow' },
  customers: {},
  disabled: false,
  ...changed,
});

export async function addSender(
  server: TestServer,
  changed: Partial<SenderInput> = {},
): Promise<SenderWithSecret> {
  const admin = await server.as('admin');
  const { status, body } = await admin.post<SenderWithSecret>('/api/senders', senderInput(changed));
  if (status !== 201) throw new Error(`No sender: ${JSON.stringify(body)}`);
  return body;
}

export interface Offer {
  readonly sender: SenderWithSecret;
  readonly body?: object | string;
  readonly id?: string;
  readonly at: Date;
  readonly secret?: string;
  readonly headers?: Record<string, string>;
}

let offered = 0;

/** Posts a notice as its sender does. */
export async function offer(
  url: string,
  { sender, body = requestOf({ number: `PA-${++offered}` }), id, at, secret = sender.secret, headers }: Offer,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/hooks/notices/${sender.sender.key}`, {
    method: 'POST',
    headers: { ...signedHeaders(secret, id ?? `msg-${++offered}`, at, text), ...headers },
    body: text,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
