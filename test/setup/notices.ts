// A notice, and what its sender posts.
import { createHmac } from 'node:crypto';
import { findIn } from './rules.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import type { NoticeRequest } from '#schemas/notices/request.ts';
import type { Find } from '#schemas/orders/events.ts';

export const request = (changed: Partial<NoticeRequest> = {}): NoticeRequest => ({
  number: 'PA-1',
  service: '拖车',
  contact: { name: '王先生', phone: '13900000000' },
  car: { plate: '浙A88888' },
  pickup: { address: '西湖区文三路 1 号', lng: 120.13, lat: 30.28 },
  ...changed,
});

export const notice = (changed: Partial<Notice> = {}): Notice => {
  const { number, ...said } = request();
  return {
    ...said,
    id: 'notice-1',
    outletId: 'outlet-1',
    senderId: 'sender-1',
    senderName: '平安保险',
    senderNumber: number,
    state: 'new',
    receivedAt: '2026-03-01T08:00:00.000Z',
    ...changed,
  };
};

/** The company's documents and this notice. */
export const findWith = (one: Notice): Find =>
  ((collection, id) => (collection === 'notices' && id === one.id ? one : findIn()(collection, id))) as Find;

/** As a sender signs, from the words of the convention and nothing of ours. */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
