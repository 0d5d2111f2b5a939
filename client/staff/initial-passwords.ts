// First passwords for several people at once, e.g. those who were imported: one for each who has none yet.
import { createSignal, type Accessor } from 'solid-js';
import type { PasswordContext } from '#schemas/staff/password.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import type { AccountApi } from './account-api.ts';

export interface GivenPassword {
  readonly person: Staff;
  readonly password: string;
}

export interface InitialPasswords {
  /** Nobody can be told them later: only here are they held. */
  readonly given: Accessor<readonly GivenPassword[]>;
  /** Who had a password already, which stays. */
  readonly kept: Accessor<readonly Staff[]>;
  /** @returns why he has none now: `unsent`, or the problem's code; undefined: he has one */
  give(person: Staff): Promise<string | undefined>;
}

interface Means {
  readonly api: Pick<AccountApi, 'account' | 'setPassword'>;
  /** Whether the server knows somebody, waiting a while for it. */
  readonly isSent: (staffId: string) => Promise<boolean>;
  readonly suggest: (context: PasswordContext) => string;
}

export function createInitialPasswords({ api, isSent, suggest }: Means): InitialPasswords {
  const [given, setGiven] = createSignal<readonly GivenPassword[]>([]);
  const [kept, setKept] = createSignal<readonly Staff[]>([]);
  // A lost answer may have been a yes: tried again it is the same password, not one that nobody knows.
  const tried = new Map<string, string>();
  return {
    ...{ given, kept },
    give: async (person) => {
      if (!(await isSent(person.id))) return 'unsent';
      if (!tried.has(person.id)) {
        const account = await api.account(person.id);
        if (!account.ok) return account.error;
        if (account.value.hasPassword) return void setKept([...kept(), person]);
      }
      const password = tried.get(person.id) ?? suggest({ username: person.username });
      tried.set(person.id, password);
      const done = await api.setPassword(person.id, password, true);
      if (!done.ok) return done.error;
      return void setGiven([...given(), { person, password }]);
    },
  };
}
