// What every gateway does, whoever is behind it. The gateway's server is a fake that the test drives by hand.
import { describe, expect, it } from 'vitest';
import type { OutgoingAnswer, OutgoingRequest, SendRequest } from '../../sync-server/outbox/safe-request.ts';
import { NotSent, type Gateway, type OutgoingMessage } from '../../sync-server/sms/gateway.ts';

export const outgoing: OutgoingMessage = {
  id: 'message-1',
  to: '13900000000',
  text: '救援车浙A12345正在赶来：https://towline.test/r/x',
  templateKey: 'SMS_1',
  params: [
    { name: 'vehicle', value: '浙A12345' },
    { name: 'link', value: 'https://towline.test/r/x' },
  ],
};

export interface GatewayCase {
  readonly name: string;
  readonly open: (send: SendRequest) => Gateway;
  /** Absent: there is nobody behind it. */
  readonly remote?: {
    readonly accepts: string;
    readonly rejects: { readonly body: string; readonly code: string };
    /** What the request has to say. */
    readonly asks: (request: OutgoingRequest) => void;
  };
  /** Receipts for `provider-1` (delivered) and `provider-2` (failed, with `code`). */
  readonly receipts: string;
  readonly code?: string;
  readonly reply: object;
}

/** Holds each request until the test answers it. */
export function remoteByHand() {
  const requests: OutgoingRequest[] = [];
  const waiting: { resolve: (answer: OutgoingAnswer) => void; reject: (error: Error) => void }[] = [];
  const send: SendRequest = (request) => {
    requests.push(request);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
  return {
    send,
    requests,
    answer: (status: number, body: string) => waiting.shift()?.resolve({ status, body }),
    fail: (error: Error) => waiting.shift()?.reject(error),
  };
}

const signal = new AbortController().signal;
const refusedConnection = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

export function gatewayContract({ name, open, remote, receipts, code, reply }: GatewayCase): void {
  describe(`the gateway ${name}`, () => {
    if (remote) describeRemote(open, remote);

    it('reads its receipts', () => {
      const gateway = open(() => Promise.reject(new Error('not asked')));
      expect(gateway.parseReceipts(receipts)).toMatchObject([
        { providerId: 'provider-1', state: 'delivered' },
        { providerId: 'provider-2', state: 'failed', ...(code && { code }) },
      ]);
      expect(gateway.receiptReply).toEqual(reply);
    });

    it.each(['', 'no json', '[]', '{}', '[1,null,"x",{"id":1},[]]', '{"sid":{},"biz_id":[],"id":{}}'])(
      'reads nothing in %j',
      (body) => {
        const gateway = open(() => Promise.reject(new Error('not asked')));
        expect(gateway.parseReceipts(body)).toEqual([]);
      },
    );
  });
}

function describeRemote(open: GatewayCase['open'], remote: NonNullable<GatewayCase['remote']>): void {
  const sent = () => {
    const hand = remoteByHand();
    const result = open(hand.send).send(outgoing, signal);
    return { ...hand, result };
  };

  it('says that a message was accepted, and under which id', async () => {
    const { answer, requests, result } = sent();
    answer(200, remote.accepts);
    expect(await result).toEqual({ status: 'accepted', providerId: 'provider-1' });
    const [request] = requests;
    if (!request) throw new Error('Nothing was asked');
    remote.asks(request);
  });

  it('says that a message was rejected, and why', async () => {
    const { answer, result } = sent();
    answer(200, remote.rejects.body);
    expect(await result).toEqual({ status: 'rejected', code: remote.rejects.code });
  });

  it.each([
    [500, 'oops'],
    [502, '<html>'],
    [200, '{}'],
    [200, '[]'],
    [200, '{"Response":{}}'],
    [200, '{"Code":7}'],
  ])('does not know what became of it when %d %j is answered', async (status, body) => {
    const { answer, result } = sent();
    answer(status, body);
    expect(await result).toEqual({ status: 'unknown', code: `HTTP ${status}` });
  });

  it('does not know what became of it when no answer comes', async () => {
    const { fail, result } = sent();
    fail(new DOMException('The operation timed out', 'TimeoutError'));
    expect(await result).toEqual({ status: 'unknown', code: 'no-answer' });
  });

  it('knows that it did not leave when nobody was reached', async () => {
    const { fail, result } = sent();
    fail(refusedConnection);
    await expect(result).rejects.toBeInstanceOf(NotSent);
  });
}
