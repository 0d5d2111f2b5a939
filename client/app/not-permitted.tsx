// What stands where a page would that this person may not open.
import LockKeyhole from 'lucide-solid/icons/lock-keyhole';
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { appStrings } from './strings.ts';

export function NotPermitted(props: {
  /** What exactly is not permitted. */
  title?: string | undefined;
  /** The way on; without one it leads to the start. */
  action?: JSX.Element;
}): JSX.Element {
  const t = useStrings(appStrings);
  return (
    <EmptyState
      page
      icon={LockKeyhole}
      title={props.title ?? t().notPermitted}
      hint={t().askManager}
      action={props.action ?? <LinkButton href="/">{t().toStart}</LinkButton>}
    />
  );
}
