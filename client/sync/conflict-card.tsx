// Two people changed the same field of a document differently: both values in words, and a choice.
import { createSignal, For, Show, type JSX } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import { useCodeText } from '../app/code-text.ts';
import { useReferenceEditing, type ReferenceConflict } from '../data/reference-editing.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { useTypeName } from './command-card.tsx';
import { itemProps, leaveItem } from './focus.ts';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';
import { useWords, type Words } from './words.ts';

type Choice = 'kept' | 'other';

export function ConflictCard(props: { conflict: ReferenceConflict }): JSX.Element {
  const t = useStrings(syncStrings);
  const typeName = useTypeName();
  const words = useWords();
  const choose = useChoosing(() => props.conflict);
  const note = () => props.conflict.conflict;
  const field = () => words.field(note().field);
  return (
    <li class={css.card} {...itemProps} aria-label={`${props.conflict.document.name} ${field()}`}>
      <div class={css.head}>
        <h3 class={css.type}>{props.conflict.document.name}</h3>
        <span class={css.time}>{typeName(props.conflict.collection)}</span>
        <span class={css.field}>{field()}</span>
      </div>
      <div class={css.sides}>
        <Side
          words={words}
          title={t().conflict.kept}
          field={note().field}
          value={note().kept}
          against={note().other}
          busy={choose.busy() === 'kept'}
          action={t().conflict.keep}
          label={t().conflict.keepValue}
          onChoose={(button) => void choose.settle('kept', button)}
        />
        <Side
          words={words}
          title={t().conflict.other}
          author={<Author by={note().by} at={note().at} words={words} />}
          field={note().field}
          value={note().other}
          against={note().kept}
          busy={choose.busy() === 'other'}
          action={t().conflict.use}
          label={t().conflict.useValue}
          onChoose={(button) => void choose.settle('other', button)}
        />
      </div>
    </li>
  );
}

function useChoosing(conflict: () => ReferenceConflict) {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const { settle } = useReferenceEditing();
  const [busy, setBusy] = createSignal<Choice>();
  return {
    busy,
    settle: async (choice: Choice, button: Element): Promise<void> => {
      if (busy()) return;
      setBusy(choice);
      await leaveItem(button, async () => {
        const settled = await settle(conflict(), choice);
        setBusy(undefined);
        if (settled.ok) toast.success(t().conflict.settled);
        else toast.error(codeText(settled.error.code));
      });
    },
  };
}

interface SideProps {
  readonly words: Words;
  readonly title: string;
  readonly author?: JSX.Element;
  readonly field: string;
  readonly value: unknown;
  readonly against: unknown;
  readonly busy: boolean;
  readonly action: string;
  readonly label: (field: string, value: string) => string;
  readonly onChoose: (button: Element) => void;
}

function Side(props: SideProps): JSX.Element {
  const said = () => props.words.value(props.field, props.value);
  return (
    <div class={css.side}>
      <p class={css.sideHead}>
        <strong>{props.title}</strong>
        {props.author}
      </p>
      <div class={css.sideValue}>
        <Show when={Array.isArray(props.value) && props.value} fallback={said()}>
          {(list) => <Members {...props} list={list()} />}
        </Show>
      </div>
      <Button
        size="small"
        busy={props.busy}
        aria-label={props.label(props.words.field(props.field), said())}
        onClick={({ currentTarget }) => currentTarget instanceof Element && props.onChoose(currentTarget)}
      >
        {props.action}
      </Button>
    </div>
  );
}

/** Of two lists the eye looks for what is in one alone. */
function Members(props: Pick<SideProps, 'words' | 'field' | 'against'> & { list: unknown[] }): JSX.Element {
  const others = (): unknown[] => (Array.isArray(props.against) ? props.against : []);
  const isOnlyHere = (member: unknown) => !others().some((other) => equalJson(other, member));
  return (
    <Show when={props.list.length > 0} fallback={props.words.value(props.field, [])}>
      <ul class={css.members}>
        <For each={props.list}>
          {(member) => (
            <li class={css.member} data-only={isOnlyHere(member) ? '' : undefined}>
              {props.words.value(props.field, member)}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Author(props: { by: string; at: string; words: Words }): JSX.Element {
  const t = useStrings(syncStrings);
  const format = useFormat();
  const name = () => props.words.person(props.by) ?? t().conflict.unknownPerson;
  return <span class={css.time}>{t().conflict.by(name(), format.dateTime(props.at))}</span>;
}
