// The step after signing in with a password that somebody else has set. Nothing else is open before it is changed.
import type { JSX } from 'solid-js';
import type { Actor } from '#schemas/staff/permissions.ts';
import { useDeps } from '../app/deps.tsx';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { FormView } from '../ui/form/form-view.tsx';
import { OwnPasswordFields, useOwnPasswordForm } from './own-password.tsx';
import { passwordStrings } from './password-strings.ts';
import css from './sign-in-page.module.css';
import { staffStrings } from './strings.ts';

export default function MustChangePage(props: { actor: Actor }): JSX.Element {
  const t = useStrings(passwordStrings);
  const words = useStrings(staffStrings);
  const { session } = useDeps();
  const begin = async (): Promise<void> => {
    await session.refresh();
    location.reload();
  };
  const form = useOwnPasswordForm(
    () => '',
    () => void begin(),
  );
  const signOut = async (): Promise<void> => {
    await session.signOut();
    location.reload();
  };
  return (
    <main class={css.page}>
      <section class={css.card}>
        <header>
          <h1 class={css.title}>{t().mustTitle}</h1>
          <p class={css.hint}>{t().mustHint(props.actor.name)}</p>
        </header>
        <FormView form={form}>
          <OwnPasswordFields form={form} username="" />
          <Button variant="primary" size="large" block busy={form.busy()} onClick={() => void form.submit()}>
            {t().save}
          </Button>
        </FormView>
        <Button variant="ghost" block onClick={() => void signOut()}>
          {words().signOut}
        </Button>
      </section>
    </main>
  );
}
