// What the app is put together from, handed down by the composition root.
import { createContext, useContext } from 'solid-js';
import type { Http } from '../data/http.ts';
import type { Session } from '../data/session.ts';
import type { Update } from './update.ts';

export { useData } from '../data/context.ts';

export interface Deps {
  readonly http: Http;
  readonly session: Session;
  readonly update: Update;
}

export const DepsContext = createContext<Deps>();

export function useDeps(): Deps {
  const deps = useContext(DepsContext);
  if (!deps) throw new Error('useDeps is called outside of the app (DepsContext)');
  return deps;
}
