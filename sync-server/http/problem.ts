// How a request that fails is answered: application/problem+json (RFC 9457), with a code of the one registry.
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { problemCodes, type ProblemCode } from '#schemas/core/problem-codes.ts';
import { DatabaseUnavailable } from '../database/database.ts';
import { requestIdOf } from './request-log.ts';

export interface ProblemBody {
  /** Points at the code's entry in the API's description. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** What to do next. */
  readonly detail: string;
  readonly requestId: string;
  /** What belongs to this problem alone, e.g. `current` of `stale-version`. */
  readonly [member: string]: unknown;
}

/** Thrown by a handler, at any depth, to end its request. Without `detail` the code's advice is sent. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    detail?: string,
    headers: Readonly<Record<string, string>> = {},
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail ?? problemCodes[code].title);
    this.code = code;
    this.detail = detail;
    this.headers = headers;
    this.members = members;
  }
}

export function sendProblem(response: Response, { code, detail, headers, members }: Problem): void {
  const { status, title, advice } = problemCodes[code];
  const body: ProblemBody = {
    ...members,
    type: `/api/openapi.json#/x-problem-codes/${code}`,
    title,
    status,
    code,
    detail: detail ?? advice,
    requestId: requestIdOf(response),
  };
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  response.set(headers).set('Cache-Control', 'no-store');
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

export const notFound: RequestHandler = (_request, response) =>
  sendProblem(response, new Problem('not-found'));

/** The last handler of all: what it does not know is logged, and answered without saying what it was. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const problem = toProblem(error);
    if (problem.code === 'internal' || problem.code === 'database-unavailable')
      log.error({ requestId: requestIdOf(response), err: error }, 'request failed');
    // Half an answer can only be broken off; Express does so.
    if (response.headersSent) return next(error);
    sendProblem(response, problem);
  };
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseUnavailable)
    return new Problem('database-unavailable', undefined, { 'Retry-After': '5' });
  const refusal = refusalOfBody(error);
  if (refusal?.type === 'entity.parse.failed')
    return new Problem('invalid-request', `The body is not valid JSON: ${refusal.message}`);
  if (refusal?.status === 413) return new Problem('too-large');
  if (refusal) return new Problem('invalid-request', refusal.message);
  return new Problem('internal');
}

interface BodyRefusal {
  readonly status: number;
  readonly message: string;
  readonly type?: unknown;
}

/** Express and its body parser throw errors with a status; one of 400 to 499 means the request was at fault. */
function refusalOfBody(error: unknown): BodyRefusal | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  if (error.status < 400 || error.status > 499) return undefined;
  return { status: error.status, message: error.message, ...('type' in error ? { type: error.type } : {}) };
}
