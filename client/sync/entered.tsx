// What a person entered, in words; where something was changed, with what stood there before.
import ArrowRight from 'lucide-solid/icons/arrow-right';
import { createMemo, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { KeyValueList } from '../ui/key-value-list.tsx';
import type { EnteredField } from './entered-fields.ts';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';
import { useWords } from './words.ts';

export function EnteredList(props: { fields: readonly EnteredField[] }): JSX.Element {
  const t = useStrings(syncStrings);
  const words = useWords();
  const items = createMemo(() =>
    props.fields.map((each) => ({
      label: words.field(each.field),
      value: <EnteredValue entered={each} />,
      wide: isLong(each),
    })),
  );
  return (
    <Show when={props.fields.length > 0} fallback={<p class={css.quiet}>{t().noFields}</p>}>
      <KeyValueList items={items()} />
    </Show>
  );
}

function EnteredValue(props: { entered: EnteredField }): JSX.Element {
  const t = useStrings(syncStrings);
  const words = useWords();
  const say = (value: unknown) => words.value(props.entered.field, value);
  return (
    <Show when={props.entered.before} fallback={say(props.entered.value)}>
      {(before) => (
        <span class={css.change}>
          <del class={css.before}>{say(before().value)}</del>
          <ArrowRight size={12} aria-label={t().becomes} />
          <ins class={css.after}>{say(props.entered.value)}</ins>
        </span>
      )}
    </Show>
  );
}

/** Long texts, and two values in one, take a line of their own. */
const isLong = ({ value, before }: EnteredField): boolean =>
  before !== undefined ||
  (typeof value === 'string' && value.length > 24) ||
  (Array.isArray(value) && value.length > 3);
