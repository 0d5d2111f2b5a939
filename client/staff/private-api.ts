// What of an employee lies on no device: asked of the server while somebody looks at it, and gone with the page.
import { createSignal, type Accessor } from 'solid-js';
import { fail, type Result } from '#schemas/core/result.ts';
import { parse } from '#schemas/core/validate.ts';
import { StaffPrivateStored, type StaffPrivate } from '#schemas/staff/staff.ts';
import { useDeps } from '../app/deps.tsx';
import type { RequestFailure } from '../data/http.ts';
import { codeOf } from './account-api.ts';

export interface PrivateRefusal {
  /** The problem's code, or `offline` when the server could not be reached. */
  readonly code: string;
  /** What somebody else has written meanwhile. */
  readonly current?: StaffPrivateStored;
}

export interface PrivateApi {
  read(staffId: string): Promise<Result<StaffPrivateStored, string>>;
  write(staffId: string, entered: StaffPrivateStored): Promise<Result<StaffPrivateStored, PrivateRefusal>>;
}

export function usePrivateApi(): PrivateApi {
  const { http } = useDeps();
  return {
    read: async (staffId) => {
      const answer = await http.getJson(pathOf(staffId));
      if (!answer.ok) return fail(codeOf(answer.error));
      const stored = parse(StaffPrivateStored, answer.value);
      return stored.ok ? stored : fail('unknown');
    },
    write: async (staffId, entered) => {
      const answer = await http.putJson(pathOf(staffId), entered);
      if (!answer.ok) return fail(refusalOf(answer.error));
      const stored = parse(StaffPrivateStored, answer.value);
      return stored.ok ? stored : fail({ code: 'unknown' });
    },
  };
}

const [restorings, setRestorings] = createSignal(0);

/** Rises when a field was taken back from the history: whoever shows these data reads them again. */
export const privateRestorings: Accessor<number> = restorings;

/** Puts one field back. @returns the problem's code, or undefined */
export function usePrivateRestoring(): (
  staffId: string,
  change: (details: StaffPrivate) => StaffPrivate,
) => Promise<string | undefined> {
  const api = usePrivateApi();
  return async (staffId, change) => {
    const read = await api.read(staffId);
    if (!read.ok) return read.error;
    const { version, details } = read.value;
    const written = await api.write(staffId, { version, details: change(details) });
    if (!written.ok) return written.error.code;
    setRestorings((count) => count + 1);
    return undefined;
  };
}

const pathOf = (staffId: string): string => `/api/staff/${encodeURIComponent(staffId)}/private`;

export function refusalOf(failure: RequestFailure): PrivateRefusal {
  const code = codeOf(failure);
  if (failure.kind !== 'refused' || code !== 'stale-version') return { code };
  const current = parse(StaffPrivateStored, failure.current);
  return current.ok ? { code, current: current.value } : { code };
}
