// The links that customers have to a statement: asked of the server while somebody of finance looks.
import { createMemo, type Accessor } from 'solid-js';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { MadeStatementLink, StatementLink } from '#schemas/finance/statements/link.ts';
import { useDeps } from '../app/deps.tsx';
import { codeOf, useAnswer, type Answer } from './answer.ts';

export interface StatementLinks extends Omit<Answer<never>, 'value'> {
  readonly links: Accessor<readonly StatementLink[]>;
  /** Or a code that says why not. */
  make(days: number): Promise<Result<MadeStatementLink, string>>;
  revoke(id: string): Promise<Result<void, string>>;
}

export function useStatementLinks(statementId: string): StatementLinks {
  const { http } = useDeps();
  const path = `/api/statements/${encodeURIComponent(statementId)}/links`;
  const { value, state, refresh } = useAnswer<{ links: readonly StatementLink[] }>(path);
  return {
    links: createMemo(() => value()?.links ?? []),
    state,
    refresh,
    make: async (days) => {
      const answer = await http.postJson(path, { days });
      if (!answer.ok) return fail(codeOf(answer.error));
      refresh();
      return ok(answer.value as MadeStatementLink);
    },
    revoke: async (id) => {
      const answer = await http.delete(`${path}/${encodeURIComponent(id)}`);
      if (!answer.ok) return fail(codeOf(answer.error));
      refresh();
      return ok(undefined);
    },
  };
}
