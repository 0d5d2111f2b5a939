// A form in a dialog of its own, for what only the server can keep: that it needs a network is said before one types.
import { Show, type JSX } from 'solid-js';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog, type DialogProps } from '../ui/dialog.tsx';
import { FormView } from '../ui/form/form-view.tsx';
import type { FormState } from '../ui/form/form.ts';
import { uiStrings } from '../ui/strings.ts';

interface Props extends Pick<DialogProps, 'title' | 'description' | 'size'> {
  form: FormState;
  saveLabel: string;
  /** Said while there is no network. */
  offline: string;
  onClose: () => void;
  children: JSX.Element;
}

export function FormDialog(props: Props): JSX.Element {
  const ui = useStrings(uiStrings);
  const sync = useSync();
  return (
    <Dialog
      open
      size={props.size ?? 'small'}
      title={props.title}
      description={props.description}
      dismissable={!props.form.dirty()}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
          <Button
            variant="primary"
            busy={props.form.busy()}
            disabledReason={sync.online() ? undefined : props.offline}
            onClick={() => void props.form.submit()}
          >
            {props.saveLabel}
          </Button>
        </>
      }
    >
      <Show when={!sync.online()}>
        <Banner tone="warning">{props.offline}</Banner>
      </Show>
      <FormView form={props.form}>{props.children}</FormView>
    </Dialog>
  );
}
