// Asks before an import is taken back, and says what became of it.
import UndoIcon from 'lucide-solid/icons/undo';
import { createSignal, type JSX } from 'solid-js';
import { useCodeText } from '../app/code-text.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { importStrings } from './strings.ts';
import type { Undo } from './undo.ts';
import type { Undone } from './write.ts';

/** More names than these are only counted. */
const named = 3;

export function UndoButton(props: { undo: Undo }): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  const tell = useOutcomeText();
  const [asked, setAsked] = createSignal(false);
  const run = async (): Promise<void> => {
    setAsked(false);
    const undone = await props.undo.run();
    const { text, detail } = tell(undone);
    if (undone.kept.length > 0) toast.info(text, { detail });
    else toast.success(text);
  };
  const whyNot = () => {
    if (!props.undo.mayUndo) return t().noUndoRight;
    return props.undo.made().length === 0 ? t().nothingMade : undefined;
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
        title={t().undoQuestion(format.count(props.undo.made().length))}
        message={t().undoHint}
        confirmLabel={t().undo}
        onConfirm={() => void run()}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}

function useOutcomeText() {
  const t = useStrings(importStrings);
  const format = useFormat();
  const codeText = useCodeText();
  return ({ removed, kept }: Undone) => {
    const names = kept
      .slice(0, named)
      .map(({ name, objection }) => `${name} (${codeText(objection?.code ?? 'not-stored')})`);
    const all = kept.length > named ? [...names, '…'] : names;
    return {
      text: t().undone(format.count(removed)),
      detail: t().undoKept(format.count(kept.length), all.join(t().listSeparator)),
    };
  };
}
