// After an import of employees: first passwords for those who were made, or later from the list.
import { createMemo, type JSX } from 'solid-js';
import { useReferenceMap } from '../data/reference.ts';
import { InitialPasswordsButton } from './initial-passwords-dialog.tsx';

export function ImportedPasswords(props: { made: readonly string[] }): JSX.Element {
  const staff = useReferenceMap('staff');
  const people = createMemo(() => props.made.flatMap((id) => staff().get(id) ?? []));
  return <InitialPasswordsButton people={people()} primary />;
}
