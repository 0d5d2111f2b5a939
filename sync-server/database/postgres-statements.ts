// Names for prepared statements. Postgres plans a named statement once per connection, and keeps it until
// the connection ends.
import { createHash } from 'node:crypto';

export interface StatementNames {
  /** The name for a statement, or undefined when it is not to be prepared. */
  of(sql: string): string | undefined;
  /** Gives every statement a new name: the plans under the old ones do not fit the tables any more. */
  renew(): void;
}

// Text made at run time would otherwise fill every connection's memory, here and in Postgres.
const MAX_NAMES = 500;

export function createStatementNames(enabled: boolean): StatementNames {
  const names = new Map<string, string>();
  let generation = 0;
  return {
    of(sql) {
      const known = names.get(sql);
      if (known !== undefined) return known;
      if (!enabled || names.size >= MAX_NAMES || !isRepeatable(sql)) return undefined;
      const name = `towline_${generation}_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
      names.set(sql, name);
      return name;
    },
    renew() {
      generation += 1;
      names.clear();
    },
  };
}

function isRepeatable(sql: string): boolean {
  return /^\s*(select|insert|update|delete|with|merge)\b/i.test(sql);
}
