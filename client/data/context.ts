// How a component finds the data of whoever is signed in.
import { createContext, createSignal, onCleanup, useContext, type Accessor } from 'solid-js';
import type { BehaviorSubject } from 'rxjs';
import type { ClientData } from './client-data.ts';

export const DataContext = createContext<ClientData>();

export function useData(): ClientData {
  const data = useContext(DataContext);
  if (!data) throw new Error('useData is called outside of the signed-in app (DataContext)');
  return data;
}

/** The subject's value as a signal, for as long as the component lives. */
export function useSubject<Value>(subject: BehaviorSubject<Value>): Accessor<Value> {
  const [value, setValue] = createSignal(subject.value, { equals: false });
  const subscription = subject.subscribe((next) => setValue(() => next));
  onCleanup(() => subscription.unsubscribe());
  return value;
}
