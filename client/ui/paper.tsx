// What stands on top of everything that is printed: whose paper it is, and of when.
import { createContext, useContext, type Accessor, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from './formatting.tsx';
import { listStrings } from './list-strings.ts';
import css from './paper.module.css';

const OwnerContext = createContext<Accessor<string>>(() => '');

/** Once, around the app. */
export function PaperProvider(props: { owner: string; children: JSX.Element }): JSX.Element {
  return <OwnerContext.Provider value={() => props.owner}>{props.children}</OwnerContext.Provider>;
}

/** Whose paper it is. */
export const usePaperOwner = (): Accessor<string> => useContext(OwnerContext);

/** Is not there on the screen. */
export function PaperHead(): JSX.Element {
  const t = useStrings(listStrings);
  const format = useFormat();
  const owner = usePaperOwner();
  return (
    <div class={css.head}>
      <strong>{owner()}</strong>
      <span>{t().printedAt(format.dateTime(format.now()))}</span>
    </div>
  );
}
