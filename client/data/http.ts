// Requests to our server. A body is read only after its status was checked, and what can go wrong comes back
// as a value that says what to do about it.
import { fail, ok, type Result } from '#schemas/core/result.ts';

export type RequestFailure =
  /** No network, a server that is down or overloaded: worth trying again. */
  | { readonly kind: 'unreachable'; readonly retryAfterMs?: number; readonly code?: string }
  | { readonly kind: 'signed-out' }
  /** Nothing is given out any more, but what was entered is still taken. */
  | { readonly kind: 'account-disabled' }
  | { readonly kind: 'update-needed' }
  /** The server does not know this app's version yet. */
  | { readonly kind: 'server-outdated' }
  /** The request itself is not accepted; `code` is the problem's, and `current` what stands there instead. */
  | { readonly kind: 'refused'; readonly status: number; readonly code?: string; readonly current?: unknown };

export interface Http {
  /** Resolves with an answer that is ok; its body has not been read yet. */
  open(path: string, init?: RequestInit): Promise<Result<Response, RequestFailure>>;
  getJson(path: string): Promise<Result<unknown, RequestFailure>>;
  postJson(path: string, body: unknown): Promise<Result<unknown, RequestFailure>>;
  putJson(path: string, body: unknown): Promise<Result<unknown, RequestFailure>>;
  delete(path: string): Promise<Result<void, RequestFailure>>;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request that has shown no sign of life for this long is given up; phones lose answers silently. */
const timeoutMs = 60_000;

/** @param base prefix of every path; '' in the browser */
export function createHttp(base = '', fetcher: Fetch = (url, init) => fetch(url, init)): Http {
  const open = async (path: string, init: RequestInit = {}): Promise<Result<Response, RequestFailure>> => {
    try {
      const headers = { 'X-Towline': '1', ...plainHeaders(init.headers) };
      const response = await fetcher(base + path, { ...init, headers, cache: 'no-store' });
      return response.ok ? ok(response) : fail(await failureOf(response));
    } catch {
      return fail({ kind: 'unreachable' });
    }
  };
  const json = async (path: string, init: RequestInit): Promise<Result<unknown, RequestFailure>> => {
    const opened = await open(path, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    return opened.ok ? readJson(opened.value) : opened;
  };
  return {
    open,
    getJson: (path) => json(path, {}),
    postJson: (path, body) => json(path, sending('POST', body)),
    putJson: (path, body) => json(path, sending('PUT', body)),
    delete: async (path) => {
      const opened = await open(path, { method: 'DELETE', signal: AbortSignal.timeout(timeoutMs) });
      return opened.ok ? ok(undefined) : opened;
    },
  };
}

const sending = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

const plainHeaders = (headers: RequestInit['headers']): Record<string, string> =>
  Object.fromEntries(new Headers(headers).entries());

/** A body that breaks off, or a captive portal's page with status 200, counts as not having reached us. */
async function readJson(response: Response): Promise<Result<unknown, RequestFailure>> {
  try {
    return ok(await response.json());
  } catch {
    return fail({ kind: 'unreachable' });
  }
}

async function failureOf(response: Response): Promise<RequestFailure> {
  const { status } = response;
  const problem = await problemOf(response);
  const { code } = problem;
  const coded = code !== undefined && { code };
  if (status === 426) return { kind: code === 'server-older' ? 'server-outdated' : 'update-needed' };
  if (status === 401 && code === 'account-disabled') return { kind: 'account-disabled' };
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('Retry-After'));
    return { kind: 'unreachable', ...(seconds > 0 && { retryAfterMs: seconds * 1000 }), ...coded };
  }
  if (status === 401 && code !== 'bad-credentials') return { kind: 'signed-out' };
  return { kind: 'refused', status, ...problem };
}

type Problem = Pick<Extract<RequestFailure, { kind: 'refused' }>, 'code' | 'current'>;

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem: unknown = await response.json();
    if (typeof problem !== 'object' || !problem) return {};
    const code = 'code' in problem ? problem.code : undefined;
    return {
      ...(typeof code === 'string' && { code }),
      ...('current' in problem && { current: problem.current }),
    };
  } catch {
    return {};
  }
}
