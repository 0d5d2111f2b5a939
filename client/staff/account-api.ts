// What of an employee lies on the server alone: whether and how he signs in. Nothing of it is kept on the device.
import Type from 'typebox';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { parse } from '#schemas/core/validate.ts';
import { useDeps } from '../app/deps.tsx';
import type { Http, RequestFailure } from '../data/http.ts';

export const Account = Type.Object({
  hasPassword: Type.Boolean(),
  mustChange: Type.Boolean(),
  lastSignInAt: Type.Optional(Type.String()),
});
export type Account = Type.Static<typeof Account>;

/** The problem's code, or `offline` when the server could not be reached. */
export type Done = Result<void, string>;

export interface AccountApi {
  account(staffId: string): Promise<Result<Account, string>>;
  setPassword(staffId: string, password: string, mustChange: boolean): Promise<Done>;
  signOut(staffId: string): Promise<Done>;
  changeOwn(current: string, next: string): Promise<Done>;
}

export function useAccountApi(): AccountApi {
  const { http } = useDeps();
  return {
    account: async (staffId) => {
      const answer = await http.getJson(`/api/staff/${encodeURIComponent(staffId)}/account`);
      if (!answer.ok) return fail(codeOf(answer.error));
      const parsed = parse(Account, answer.value);
      return parsed.ok ? parsed : fail('unknown');
    },
    setPassword: (staffId, password, mustChange) =>
      post(http, `/api/staff/${encodeURIComponent(staffId)}/password`, { password, mustChange }),
    signOut: async (staffId) => {
      const answer = await http.delete(`/api/staff/${encodeURIComponent(staffId)}/sessions`);
      return answer.ok ? ok(undefined) : fail(codeOf(answer.error));
    },
    changeOwn: (current, next) => post(http, '/api/session/password', { current, next }),
  };
}

const timeoutMs = 30_000;

async function post(http: Http, path: string, body: object): Promise<Done> {
  const answer = await http.open(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  return answer.ok ? ok(undefined) : fail(codeOf(answer.error));
}

export function codeOf(failure: RequestFailure): string {
  if ('code' in failure && failure.code !== undefined) return failure.code;
  if (failure.kind === 'account-disabled') return failure.kind;
  return failure.kind === 'signed-out' ? 'not-signed-in' : 'offline';
}
