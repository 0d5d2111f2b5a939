// Another password for whoever is signed in: from the account menu, and where it was set by somebody else.
import { Show, type JSX } from 'solid-js';
import Type from 'typebox';
import { useCodeText } from '../app/code-text.ts';
import { FormDialog } from '../app/form-dialog.tsx';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { createForm, type Form } from '../ui/form/form.ts';
import { PasswordField } from '../ui/password-field.tsx';
import { toast } from '../ui/toast.tsx';
import { useAccountApi } from './account-api.ts';
import { NewPasswordField, usePasswordProblem } from './new-password-field.tsx';
import { passwordStrings } from './password-strings.ts';

const OwnPassword = Type.Object({
  current: Type.String({ minLength: 1 }),
  next: Type.String({ minLength: 1 }),
});
type OwnPasswordForm = Form<Type.Static<typeof OwnPassword>>;

/** @param username held against the new one; '' where it is not known */
export function useOwnPasswordForm(username: () => string, onSaved: () => void): OwnPasswordForm {
  const problemIn = usePasswordProblem();
  const codeText = useCodeText();
  const api = useAccountApi();
  return createForm({
    schema: OwnPassword,
    initial: () => ({}),
    secret: ['current', 'next'],
    problems: ({ current = '', next = '' }) => ({
      next: next === '' ? undefined : problemIn(next, { username: username(), current }),
    }),
    onSubmit: async ({ current, next }) => {
      const done = await api.changeOwn(current, next);
      if (done.ok) return undefined;
      if (done.error === 'wrong-password') return { current: codeText(done.error) };
      return done.error === 'weak-password' ? { next: codeText(done.error) } : codeText(done.error);
    },
    onSaved,
  });
}

export function OwnPasswordFields(props: { form: OwnPasswordForm; username: string }): JSX.Element {
  const t = useStrings(passwordStrings);
  const { form } = props;
  return (
    <>
      <PasswordField {...form.text('current', t().current)} autofocus autocomplete="current-password" />
      <NewPasswordField
        {...form.text('next', t().next)}
        hint={t().hint}
        onEnter={() => void form.submit()}
        context={{ username: props.username, current: form.values.current ?? '' }}
      />
    </>
  );
}

export function OwnPasswordDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenDialog onClose={() => props.onClose()} />
    </Show>
  );
}

function OpenDialog(props: { onClose: () => void }): JSX.Element {
  const t = useStrings(passwordStrings);
  const actor = useActor();
  const staff = useReferenceMap('staff');
  const username = () => staff().get(actor.id)?.username ?? '';
  const form = useOwnPasswordForm(username, () => {
    toast.success(t().changed);
    props.onClose();
  });
  return (
    <FormDialog
      form={form}
      title={t().change}
      saveLabel={t().save}
      offline={t().offlineOwn}
      onClose={() => props.onClose()}
    >
      <OwnPasswordFields form={form} username={username()} />
    </FormDialog>
  );
}
