// What one does after something was saved while a company is being set up.
import { useNavigate } from '@solidjs/router';
import { useStrings } from '../i18n/strings.ts';
import type { ToastOptions } from '../ui/toast.tsx';
import { useSetup } from './setup.ts';
import { setupStrings } from './strings.ts';

/** To be asked before what is saved counts: the last step leads on as well, to what can be done now. */
export function useNextStep(): () => ToastOptions['action'] {
  const t = useStrings(setupStrings);
  const navigate = useNavigate();
  const setup = useSetup();
  return () => (setup.isWanted() ? { label: t().onward, onSelect: () => navigate('/setup') } : undefined);
}
