// Signing in: the first time on this device, as somebody else, or again when the server has ended the session.
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show, useContext, type JSX } from 'solid-js';
import type { Actor } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { useDeps } from '../app/deps.tsx';
import { DataContext } from '../data/context.ts';
import { databaseName } from '../data/database.ts';
import type { SignInRefusal } from '../data/session.ts';
import { locale, localeNames, locales, setLocale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import css from './sign-in-page.module.css';
import { staffStrings } from './strings.ts';

export default function SignInPage(): JSX.Element {
  const t = useStrings(staffStrings);
  const codeText = useCodeText();
  const { session } = useDeps();
  const enter = useEntering();
  const [username, setUsername] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [company, setCompany] = createSignal('');
  const [refusal, setRefusal] = createSignal<SignInRefusal>();
  const [companyAsked, setCompanyAsked] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);

  const submit = async (): Promise<void> => {
    setTried(true);
    if (busy() || username().trim() === '' || password() === '') return;
    setBusy(true);
    const named = company().trim() ? { company: company().trim() } : {};
    const result = await session.signIn({ username: username().trim(), password: password(), ...named });
    setBusy(false);
    if (result.ok) return enter(result.value);
    setRefusal(result.error);
    if (result.error === 'company-needed') setCompanyAsked(true);
  };
  const missing = (value: string, text: string) => (tried() && value.trim() === '' ? text : undefined);

  return (
    <main class={css.page}>
      <form
        class={css.card}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h1 class={css.title}>Towline</h1>
          <p class={css.hint}>{t().signInHint}</p>
        </header>
        <Show when={session.actor}>{(actor) => <Banner tone="info">{t().kept(actor().name)}</Banner>}</Show>
        <Show when={refusal()}>{(code) => <Banner tone="danger">{codeText(code())}</Banner>}</Show>
        <Show when={companyAsked()}>
          <TextField
            label={t().company}
            value={company()}
            onInput={setCompany}
            autocomplete="organization"
            name="company"
          />
        </Show>
        <TextField
          label={t().username}
          value={username()}
          onInput={setUsername}
          autocomplete="username"
          name="username"
          autofocus
          error={missing(username(), t().usernameMissing)}
        />
        <TextField
          label={t().password}
          type="password"
          value={password()}
          onInput={setPassword}
          autocomplete="current-password"
          name="password"
          error={missing(password(), t().passwordMissing)}
        />
        <Button type="submit" variant="primary" size="large" block busy={busy()}>
          {t().signIn}
        </Button>
        <Show when={!session.actor}>
          <p class={css.hint}>{t().needsNetwork}</p>
        </Show>
      </form>
      <Languages />
    </main>
  );
}

/** Whoever cannot read the page finds his own in its own words. */
function Languages(): JSX.Element {
  const t = useStrings(staffStrings);
  return (
    <div class={css.languages} role="group" aria-label={t().language}>
      <For each={locales}>
        {(each) => (
          <Button
            variant="ghost"
            size="small"
            lang={each}
            aria-pressed={locale() === each}
            onClick={() => setLocale(each)}
          >
            {localeNames[each]}
          </Button>
        )}
      </For>
    </div>
  );
}

/** The same person goes on where he was; for anybody else the app begins anew, with his own data. */
function useEntering() {
  const data = useContext(DataContext);
  const navigate = useNavigate();
  return (actor: Actor): void => {
    // At an address that a guest has opened he wants to be; this page itself is none of these.
    if (!data) return location.pathname === '/sign-in' ? location.replace('/') : location.reload();
    if (actor.mustChangePassword || databaseName(data.actor) !== databaseName(actor))
      return location.assign('/');
    data.sync.signedIn();
    navigate(history.length > 1 ? -1 : '/');
  };
}
