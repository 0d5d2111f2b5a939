// Where somebody's day begins: at the first steps while the company is new, else where his work is.
import { Navigate, useIsRouting } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { startPageOf } from '../app/pages.ts';
import { useActor } from '../data/session.ts';
import { LinkButton } from '../ui/button.tsx';
import { LoadingState } from '../ui/states.tsx';
import { useStrings } from '../i18n/strings.ts';
import { useSetup } from './setup.ts';
import { setupStrings } from './strings.ts';

export function ToStart(): JSX.Element {
  const actor = useActor();
  const setup = useSetup();
  // Who has pressed something meanwhile goes there.
  const isRouting = useIsRouting();
  return (
    <Show when={setup.isKnown() && !isRouting()} fallback={<LoadingState />}>
      <Navigate href={setup.isWanted() ? '/setup' : startPageOf(actor)} />
    </Show>
  );
}

/** For a list in which nothing stands yet. */
export function SetupLink(): JSX.Element {
  const t = useStrings(setupStrings);
  const setup = useSetup();
  return (
    <Show when={setup.isWanted()}>
      <LinkButton href="/setup">{t().toSetup}</LinkButton>
    </Show>
  );
}
