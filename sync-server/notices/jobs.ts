// The jobs by which senders hear of their notices.
import type { NewJob } from '../outbox/jobs.ts';
import type { NoticeStatus } from '#schemas/notices/status.ts';

export const noticeJobKind = 'notice-status';

export interface NoticeJobPayload {
  readonly noticeId: string;
  readonly message: NoticeStatus;
}

export const laneOf = (noticeId: string): string => `notice:${noticeId}`;

/**
 * What is said of one notice goes out in order.
 * @param cause the id of the command
 */
export function noticeJob(cause: string, noticeId: string, message: NoticeStatus): NewJob {
  const payload: NoticeJobPayload = { noticeId, message };
  return { id: `${noticeJobKind}:${cause}`, kind: noticeJobKind, lane: laneOf(noticeId), payload };
}
