// The passwords that were just given, and the ways to take them along: the clipboard and paper.
import { For, type Accessor, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { PrintedList } from '../ui/printed-list.tsx';
import { copySheet } from '../ui/spreadsheet/save.ts';
import { sheetOf, type Sheet } from '../ui/spreadsheet/sheet.ts';
import { uiStrings } from '../ui/strings.ts';
import { toast } from '../ui/toast.tsx';
import css from './employee.module.css';
import { initialStrings } from './initial-strings.ts';
import type { GivenPassword } from './initial-passwords.ts';

export function GivenPasswordList(props: { given: readonly GivenPassword[] }): JSX.Element {
  const sheet = useSheet(() => props.given);
  return (
    <>
      <table class={css.passwords} aria-label={sheet().name}>
        <thead>
          <tr>
            <For each={sheet().columns}>{({ header }) => <th scope="col">{header}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.given}>
            {({ person, password }) => (
              <tr>
                <td>{person.name}</td>
                <td>{person.username}</td>
                <td>
                  <code>{password}</code>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <PrintedList sheet={sheet} narrowedBy={() => []} alone />
    </>
  );
}

export function useTakingAlong(given: Accessor<readonly GivenPassword[]>) {
  const ui = useStrings(uiStrings);
  const t = useStrings(initialStrings);
  const { zone } = useFormat();
  const sheet = useSheet(given);
  return {
    copy: async (): Promise<void> => {
      const isCopied = await copySheet(sheet(), zone());
      if (isCopied) toast.success(t().copied(given().length));
      else toast.error(ui().notCopied);
    },
    print: (): void => window.print(),
  };
}

function useSheet(given: Accessor<readonly GivenPassword[]>): Accessor<Sheet> {
  const t = useStrings(initialStrings);
  return () =>
    sheetOf(
      t().listTitle,
      [
        { header: t().name, value: ({ person }) => person.name },
        { header: t().username, value: ({ person }) => person.username },
        { header: t().password, value: ({ password }) => password },
      ],
      given(),
    );
}
