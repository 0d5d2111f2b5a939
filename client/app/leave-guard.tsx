// Asks before what was typed is left behind: for every page on which something is entered.
import { useBeforeLeave, type BeforeLeaveEventArgs } from '@solidjs/router';
import { createSignal, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useEditingGuard } from './editing.ts';
import { editStrings } from './edit-strings.ts';

interface Props {
  /** Something would be left. Reactive. */
  isDirty: () => boolean;
  /** It lies on the device and can be taken up again, so closing the window does no harm. */
  kept: boolean;
  /** Where it can be taken up again, in words. */
  keptHint?: string | undefined;
}

export function LeaveGuard(props: Props): JSX.Element {
  const t = useStrings(editStrings);
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    if (event.defaultPrevented || !props.isDirty()) return;
    event.preventDefault();
    setLeaving(event);
  });
  useEditingGuard(
    () => props.isDirty(),
    () => props.kept,
  );
  const leave = (): void => {
    const event = leaving();
    setLeaving(undefined);
    event?.retry(true);
  };
  return (
    <ConfirmDialog
      open={leaving() !== undefined}
      title={t().leaveQuestion}
      message={props.kept ? (props.keptHint ?? t().leaveKept) : t().leaveLost}
      tone={props.kept ? 'normal' : 'danger'}
      confirmLabel={t().leave}
      cancelLabel={t().stay}
      onConfirm={leave}
      onCancel={() => setLeaving(undefined)}
    />
  );
}
