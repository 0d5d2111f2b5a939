// Whether somebody can sign in, and how that is begun and ended. It lies on the server alone.
import KeyRound from 'lucide-solid/icons/key-round';
import LogOut from 'lucide-solid/icons/log-out';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createResource, createSignal, Match, Show, Suspense, Switch, type JSX } from 'solid-js';
import type { Staff } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useIsUnsent } from '../data/unsent-edits.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Time } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { Row, Stack } from '../ui/page.tsx';
import { LoadingState } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { useAccountApi, type Account } from './account-api.ts';
import { accountStrings } from './account-strings.ts';
import css from './employee.module.css';
import { isOnItsWay } from './first-password.ts';
import { OwnPasswordDialog } from './own-password.tsx';
import { passwordStrings } from './password-strings.ts';
import { SetPasswordDialog } from './set-password-dialog.tsx';

interface Props {
  person: Staff;
  mayEdit: boolean;
}

export function EmployeeAccount(props: Props): JSX.Element {
  const t = useStrings(accountStrings);
  const sync = useSync();
  const isUnsent = useIsUnsent();
  const isKnown = () => props.person.version !== undefined;
  return (
    <Switch
      fallback={
        <Suspense fallback={<LoadingState rows={1} />}>
          <Known {...props} />
        </Suspense>
      }
    >
      <Match when={!isKnown() && isUnsent(props.person)}>
        <p class={css.quiet}>{isOnItsWay(props.person.id) ? t().onItsWay : t().notSent}</p>
      </Match>
      <Match when={!sync.online()}>
        <p class={css.quiet}>{t().offline}</p>
      </Match>
    </Switch>
  );
}

function Known(props: Props): JSX.Element {
  const t = useStrings(accountStrings);
  const codeText = useCodeText();
  const api = useAccountApi();
  const [account, { refetch }] = createResource(
    () => `${props.person.id} ${String(isOnItsWay(props.person.id))}`,
    () => api.account(props.person.id),
  );
  const found = () => {
    const answer = account.latest;
    return answer?.ok ? answer.value : undefined;
  };
  const failed = () => {
    const answer = account.latest;
    return answer && !answer.ok ? answer.error : undefined;
  };
  return (
    <Switch fallback={<LoadingState rows={1} />}>
      <Match when={found()}>
        {(known) => <Facts {...props} account={known()} onChanged={() => void refetch()} />}
      </Match>
      <Match when={failed()}>
        {(code) => (
          <Row>
            <span class={css.quiet}>{codeText(code())}</span>
            <Button size="small" icon={RefreshCw} busy={account.loading} onClick={() => void refetch()}>
              {t().again}
            </Button>
          </Row>
        )}
      </Match>
    </Switch>
  );
}

function Facts(props: Props & { account: Account; onChanged: () => void }): JSX.Element {
  const t = useStrings(accountStrings);
  const actor = useActor();
  return (
    <Stack>
      <KeyValueList
        items={[
          { label: t().password, value: <PasswordState account={props.account} person={props.person} /> },
          {
            label: t().lastSignIn,
            value: (
              <Show when={props.account.lastSignInAt} fallback={t().never}>
                {(at) => <Time iso={at()} as="full" />}
              </Show>
            ),
          },
        ]}
      />
      <Show when={props.mayEdit}>
        <Row>
          <PasswordButton {...props} />
          <Show when={props.account.lastSignInAt && props.person.id !== actor.id}>
            <SignOutButton person={props.person} />
          </Show>
        </Row>
      </Show>
      <p class={css.quiet}>{t().endHint}</p>
    </Stack>
  );
}

function PasswordState(props: { account: Account; person: Staff }): JSX.Element {
  const t = useStrings(accountStrings);
  return (
    <Switch fallback={<StatusBadge tone="success">{t().isSet}</StatusBadge>}>
      <Match when={isOnItsWay(props.person.id)}>
        <StatusBadge tone="progress">{t().onItsWay}</StatusBadge>
      </Match>
      <Match when={!props.account.hasPassword}>
        <StatusBadge tone="warning">{t().isNotSet}</StatusBadge>
      </Match>
      <Match when={props.account.mustChange}>
        <StatusBadge tone="info">{t().mustChange}</StatusBadge>
      </Match>
    </Switch>
  );
}

/** One's own is changed by whoever knows it; another's is set anew. */
function PasswordButton(props: Props & { account: Account; onChanged: () => void }): JSX.Element {
  const t = useStrings(passwordStrings);
  const actor = useActor();
  const [open, setOpen] = createSignal(false);
  const isOwn = () => props.person.id === actor.id;
  const text = () => (isOwn() ? t().change : props.account.hasPassword ? t().reset : t().set);
  return (
    <>
      <Button
        icon={KeyRound}
        variant={props.account.hasPassword ? 'secondary' : 'primary'}
        onClick={() => setOpen(true)}
      >
        {text()}
      </Button>
      <Show
        when={isOwn()}
        fallback={
          <SetPasswordDialog
            open={open()}
            person={props.person}
            onClose={() => setOpen(false)}
            onDone={() => (setOpen(false), props.onChanged())}
          />
        }
      >
        <OwnPasswordDialog open={open()} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}

/** For a phone that was lost, or a browser that was left open. */
function SignOutButton(props: { person: Staff }): JSX.Element {
  const t = useStrings(accountStrings);
  const codeText = useCodeText();
  const api = useAccountApi();
  const [asking, setAsking] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const signOut = async (): Promise<void> => {
    const done = await api.signOut(props.person.id);
    if (!done.ok) return void setProblem(codeText(done.error));
    setAsking(false);
    toast.success(t().signedOut(props.person.name));
  };
  const ask = (): void => {
    setProblem();
    setAsking(true);
  };
  return (
    <>
      <Button icon={LogOut} onClick={ask}>
        {t().signOut}
      </Button>
      <ConfirmDialog
        open={asking()}
        title={t().signOutQuestion(props.person.name)}
        message={t().signOutHint}
        confirmLabel={t().signOut}
        error={problem()}
        onConfirm={signOut}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
