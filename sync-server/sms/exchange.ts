// One request to a gateway over HTTP, and what its answer means for a message.
import type { OutgoingRequest, SendRequest } from '../outbox/safe-request.ts';
import { isFields, jsonOf, neverLeft, NotSent, type SendResult } from './gateway.ts';

/**
 * @param understand the answer's fields; undefined: it says nothing about the message
 * @returns `unknown` when the answer was lost or cannot be understood
 * @throws NotSent
 */
export async function exchange(
  send: SendRequest,
  request: OutgoingRequest,
  signal: AbortSignal,
  understand: (answer: Readonly<Record<string, unknown>>) => SendResult | undefined,
): Promise<SendResult> {
  try {
    const { status, body } = await send(request, signal);
    const answer = jsonOf(body);
    const understood = isFields(answer) ? understand(answer) : undefined;
    return understood ?? { status: 'unknown', code: `HTTP ${status}` };
  } catch (error) {
    if (neverLeft(error)) throw new NotSent(error instanceof Error ? error.message : 'Not reached');
    return { status: 'unknown', code: 'no-answer' };
  }
}
