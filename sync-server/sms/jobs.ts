// The jobs by which messages leave.
import type { NewJob } from '../outbox/jobs.ts';
import type { OrderEvent } from '#schemas/orders/events.ts';
import type { Message } from '#schemas/sms/compose.ts';

export const smsJobKind = 'sms';

export interface SmsJobPayload {
  readonly messageId: string;
  readonly orderId: string;
  readonly templateId: string;
  readonly message: Message;
}

export function smsJobs(event: OrderEvent): NewJob[] {
  if (event.type !== 'send-sms' || !event.message) return [];
  const { id, orderId, message, payload } = event;
  const job: SmsJobPayload = { messageId: id, orderId, templateId: payload.templateId, message };
  return [{ id: `${smsJobKind}:${id}`, kind: smsJobKind, lane: `${smsJobKind}:${id}`, payload: job }];
}
