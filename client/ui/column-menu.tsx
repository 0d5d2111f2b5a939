// Chooses the columns of a table.
import Columns3 from 'lucide-solid/icons/columns-3';
import { For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import type { ColumnChoice } from './column-choice.ts';
import css from './filter.module.css';
import { listStrings } from './list-strings.ts';
import { Popover } from './popover.tsx';

export function ColumnMenu<T>(props: { choice: ColumnChoice<T> }): JSX.Element {
  const t = useStrings(listStrings);
  return (
    <Popover label={t().columns} title={t().columns} icon={Columns3} variant="ghost" placement="bottom-end">
      <div class={css.options} role="group" aria-label={t().columns}>
        <For each={props.choice.choosable()}>
          {(column) => (
            <Checkbox
              label={column.header}
              checked={props.choice.isShown(column)}
              disabled={props.choice.isShown(column) && !props.choice.canHide(column)}
              onChange={() => props.choice.toggle(column)}
            />
          )}
        </For>
      </div>
      <Show when={props.choice.isChanged()}>
        <div class={css.foot}>
          <Button size="small" variant="ghost" onClick={() => props.choice.reset()}>
            {t().resetColumns}
          </Button>
        </div>
      </Show>
    </Popover>
  );
}
