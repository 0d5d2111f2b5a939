// A password for somebody else: made up or thought up, and told to him by whoever sets it.
import { Show, type JSX } from 'solid-js';
import Type from 'typebox';
import type { Staff } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormView } from '../ui/form/form-view.tsx';
import { createForm } from '../ui/form/form.ts';
import { uiStrings } from '../ui/strings.ts';
import { Switch } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import { useAccountApi } from './account-api.ts';
import { NewPasswordField, usePasswordProblem } from './new-password-field.tsx';
import { passwordStrings } from './password-strings.ts';

const NewPassword = Type.Object({ password: Type.String({ minLength: 1 }), mustChange: Type.Boolean() });

interface Props {
  person: Staff;
  onClose: () => void;
  onDone: () => void;
}

export function SetPasswordDialog(props: Props & { open: boolean }): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  );
}

function OpenDialog(props: Props): JSX.Element {
  const t = useStrings(passwordStrings);
  const ui = useStrings(uiStrings);
  const form = useForm(props);
  return (
    <Dialog
      open
      size="small"
      title={t().setTitle(props.person.name)}
      description={t().setHint}
      dismissable={!form.dirty()}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
          <Button variant="primary" busy={form.busy()} onClick={() => void form.submit()}>
            {t().set}
          </Button>
        </>
      }
    >
      <FormView form={form}>
        <NewPasswordField
          {...form.text('password', t().next)}
          hint={t().hint}
          suggests
          context={{ username: props.person.username }}
          onEnter={() => void form.submit()}
        />
        <Switch {...form.check('mustChange', t().mustChange)} />
      </FormView>
    </Dialog>
  );
}

function useForm(props: Props) {
  const t = useStrings(passwordStrings);
  const codeText = useCodeText();
  const problemIn = usePasswordProblem();
  const api = useAccountApi();
  return createForm({
    schema: NewPassword,
    initial: () => ({ mustChange: true }),
    secret: ['password'],
    problems: ({ password = '' }) => ({
      password: password === '' ? undefined : problemIn(password, { username: props.person.username }),
    }),
    onSubmit: async ({ password, mustChange }) => {
      const done = await api.setPassword(props.person.id, password, mustChange);
      if (done.ok) return undefined;
      return done.error === 'weak-password' ? { password: codeText(done.error) } : codeText(done.error);
    },
    onSaved: () => {
      toast.success(t().setDone(props.person.name));
      props.onDone();
    },
  });
}
