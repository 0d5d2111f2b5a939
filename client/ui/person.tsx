// Whose small choices these are (columns and the like): several people may use one device.
import { createContext, useContext, type JSX } from 'solid-js';

const PersonContext = createContext('');

/** Once, around the pages; `id` is any word that is different for each person. */
export function PersonProvider(props: { id: string; children: JSX.Element }): JSX.Element {
  // A different person is a different app: nothing below has to follow the id.
  // eslint-disable-next-line solid/reactivity -- as said
  return <PersonContext.Provider value={props.id}>{props.children}</PersonContext.Provider>;
}

/** A key for storage of this person's own on this device. */
export function usePersonalKey(name: string): string {
  const person = useContext(PersonContext);
  return ['towline', name, person].filter(Boolean).join('.');
}
