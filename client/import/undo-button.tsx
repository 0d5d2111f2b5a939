// Asks before an import is taken back, and says what became of it.
import UndoIcon from 'lucide-solid/icons/undo';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useCodeText } from '../app/code-text.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import css from './import.module.css';
import { inLocale, type ImportKind } from './kind.ts';
import { importStrings } from './strings.ts';
import type { Undone } from './take-back.ts';
import type { Undo } from './undo.ts';

export function UndoButton(props: { undo: Undo }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  const [asked, setAsked] = createSignal(false);
  const made = () => (props.undo.mayDelete ? props.undo.made().length : 0);
  const changed = () => props.undo.changed().length;
  const run = async (): Promise<void> => {
    setAsked(false);
    const { removed, restored, kept, overtaken } = await props.undo.run();
    if (kept.length === 0 && overtaken.length === 0)
      toast.success(t().undone(format.count(removed), format.count(restored)));
  };
  const whyNot = () => {
    if (made() > 0 || changed() > 0) return undefined;
    return props.undo.made().length > 0 ? t().noUndoRight : t().nothingToUndo;
  };
  return (
    <>
      <Button
        icon={UndoIcon}
        busy={props.undo.progress() !== undefined}
        disabledReason={props.undo.progress() ? undefined : whyNot()}
        onClick={() => setAsked(true)}
      >
        {props.undo.progress() ? t().undoing : t().undo}
      </Button>
      <ConfirmDialog
        open={asked()}
        tone="danger"
        title={t().undoQuestion(format.count(made()), format.count(changed()))}
        message={t().undoHint}
        confirmLabel={t().undo}
        onConfirm={() => void run()}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}

/** More records than these are only counted. */
const listed = 10;

/** What stays although the import was taken back, until the next one. */
export function UndoneBanner(props: { undo: Undo }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  const tell = useStays(() => props.undo.kind);
  const stays = () => {
    const undone = props.undo.outcome();
    return undone && undone.kept.length + undone.overtaken.length > 0 ? undone : undefined;
  };
  return (
    <Show when={stays()}>
      {(undone) => (
        <Banner
          tone="warning"
          title={t().undone(format.count(undone().removed), format.count(undone().restored))}
        >
          {t().undoneBut}
          <ul class={css.stays}>
            <For each={tell(undone()).slice(0, listed)}>{(text) => <li>{text}</li>}</For>
          </ul>
          <Show when={tell(undone()).length > listed}>
            {t().andMore(format.count(tell(undone()).length - listed))}
          </Show>
        </Banner>
      )}
    </Show>
  );
}

/** A line for each record that is not as it was before. */
function useStays(kind: () => ImportKind) {
  const t = useStrings(importStrings);
  const codeText = useCodeText();
  return ({ kept, overtaken }: Undone): string[] => [
    ...kept.map(({ name, objection }) => t().keptSince(name, codeText(objection?.code ?? 'not-stored'))),
    ...overtaken.map(({ name, paths }) => {
      const columns = kind().columns.filter(({ key }) =>
        paths.some((path) => key === path || key.startsWith(`${path}.`)),
      );
      return t().changedSince(
        name,
        columns.map(({ labels }) => inLocale(labels, locale())).join(t().listSeparator),
      );
    }),
  ];
}
