// What one does after something was saved while a company is being set up.
import { useNavigate } from '@solidjs/router';
import { useStrings } from '../i18n/strings.ts';
import type { ToastOptions } from '../ui/toast.tsx';
import { useSetup } from './setup.ts';
import { nextOf, placeOf } from './steps.ts';
import { setupStrings } from './strings.ts';

export interface NextStep {
  readonly label: string;
  readonly href: string;
}

/**
 * Undefined once the guide has nothing to say any more.
 * @param at the collection that one is at
 */
export function useNextStep(at: string): () => NextStep | undefined {
  const t = useStrings(setupStrings);
  const setup = useSetup();
  return () => {
    if (!setup.isWanted()) return undefined;
    if (setup.isReady()) return { label: t().ready, href: '/setup' };
    const next = nextOf(setup.steps(), at);
    if (!next) return { label: t().toSetup, href: '/setup' };
    return { label: t().onwardTo(t().names[next.id]), href: placeOf(next) };
  };
}

/** To be asked before what is saved counts: the last step leads on as well, to what can be done now. */
export function useOnward(at: string): () => ToastOptions['action'] {
  const navigate = useNavigate();
  const nextStep = useNextStep(at);
  return () => {
    const next = nextStep();
    return next && { label: next.label, onSelect: () => navigate(next.href) };
  };
}
