// The password of somebody who was just taken on. The server takes it once it knows him; until then it is held in
// memory alone, so it is lost with the app, and then it is set on his page.
import { createSignal } from 'solid-js';
import { filter, firstValueFrom } from 'rxjs';
import type { Staff } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useData } from '../data/context.ts';
import { isUnsent } from '../data/edits.ts';
import { useStrings } from '../i18n/strings.ts';
import { toast } from '../ui/toast.tsx';
import { useAccountApi } from './account-api.ts';
import { passwordStrings } from './password-strings.ts';

export interface FirstPassword {
  readonly password: string;
  readonly mustChange: boolean;
}

const [waiting, setWaiting] = createSignal<ReadonlySet<string>>(new Set());

/** Whether an employee's first password is on its way. Reactive. */
export const isOnItsWay = (staffId: string): boolean => waiting().has(staffId);

export function useFirstPassword(): (person: Staff, first: FirstPassword) => void {
  const t = useStrings(passwordStrings);
  const codeText = useCodeText();
  const api = useAccountApi();
  const { references, deviceId } = useData();
  const isKnown = (id: string) => {
    const person = references.lookups.staff.value.get(id);
    return person !== undefined && !isUnsent(person, deviceId);
  };
  const set = async ({ id, name }: Staff, { password, mustChange }: FirstPassword): Promise<void> => {
    await firstValueFrom(references.lookups.staff.pipe(filter(() => isKnown(id))));
    const done = await api.setPassword(id, password, mustChange);
    if (done.ok) toast.success(t().setDone(name));
    else toast.error(t().notSet(name), { detail: codeText(done.error) });
  };
  return (person, first) => {
    setWaiting((before) => new Set([...before, person.id]));
    const over = () => setWaiting((before) => new Set([...before].filter((id) => id !== person.id)));
    void set(person, first).then(over, over);
  };
}
