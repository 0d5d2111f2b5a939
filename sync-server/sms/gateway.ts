// What the server asks of whoever carries its messages. One contract suite holds all adapters to it
// (test/sms/contract.ts).

export interface OutgoingMessage {
  /** Ours; the same message has the same. */
  readonly id: string;
  /** Digits, with + where it is abroad. */
  readonly to: string;
  readonly text: string;
  /** What the template is called at the gateway. */
  readonly templateKey: string;
  /** In the order of the template. */
  readonly params: readonly { readonly name: string; readonly value: string }[];
}

export interface SendResult {
  readonly providerId?: string;
  /** `unknown`: no answer that says either; it may have been sent, so it is never sent again by itself. */
  readonly status: 'accepted' | 'rejected' | 'unknown';
  /** The gateway's own word for it. */
  readonly code?: string;
}

export interface Receipt {
  readonly providerId: string;
  /** Our id, from gateways that hand it back: for messages whose answer got lost. */
  readonly ownId?: string;
  readonly state: 'delivered' | 'failed';
  readonly code?: string;
}

export interface Gateway {
  readonly name: string;
  /** @throws NotSent when it surely did not reach the gateway: it may be tried again */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<SendResult>;
  /** What cannot be read is left out: anybody may have sent it. */
  parseReceipts(body: string): Receipt[];
  /** What the gateway wants to hear when its receipts arrived. */
  readonly receiptReply: object;
}

export class NotSent extends Error {
  override readonly name = 'NotSent';
}

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether a failed request surely never reached anybody. */
export function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ForbiddenAddress') return true;
  return 'code' in error && typeof error.code === 'string' && neverConnected.has(error.code);
}

type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The objects of a JSON array, or of one object alone. */
export function objectsIn(text: string): Fields[] {
  const value = jsonOf(text);
  return (Array.isArray(value) ? value : [value]).filter(isFields);
}

export const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 60) : undefined;
};
