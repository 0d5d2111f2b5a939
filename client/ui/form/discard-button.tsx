// Takes everything back that is not saved, after asking.
import { createSignal, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { Button, type ButtonSize } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { formKitStrings } from './strings.ts';
import type { FormState } from './types.ts';

export function DiscardButton(props: { form: FormState; label: string; size?: ButtonSize }): JSX.Element {
  const t = useStrings(formKitStrings);
  const [asking, setAsking] = createSignal(false);
  const discard = (): void => {
    setAsking(false);
    props.form.reset();
  };
  return (
    <>
      <Button size={props.size} onClick={() => setAsking(true)}>
        {props.label}
      </Button>
      <ConfirmDialog
        open={asking()}
        tone="danger"
        title={t().discardQuestion}
        message={t().discardMessage}
        confirmLabel={t().discard}
        onCancel={() => setAsking(false)}
        onConfirm={discard}
      />
    </>
  );
}
