// Why a driver declines, or drove in vain: one of the company's reasons, and a word of his own.
import type { JSX } from 'solid-js';
import { useCatalog } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { ConfirmDialog, type Confirmation } from '../ui/confirm-dialog.tsx';
import { driverStrings } from './strings.ts';

interface ReasonDialogProps {
  readonly type: 'decline' | 'empty-run';
  readonly open: boolean;
  readonly error: string | undefined;
  readonly onReason: (type: 'decline' | 'empty-run', reason: string) => Promise<void>;
  readonly onCancel: () => void;
  /** What else is asked. */
  readonly children?: JSX.Element;
}

const other = 'other';

export function ReasonDialog(props: ReasonDialogProps): JSX.Element {
  const t = useStrings(driverStrings);
  const reasons = useCatalog('reason');
  const choices = () => [
    ...reasons()
      .filter((item) => item.reasonFor?.includes(props.type))
      .map((item) => ({ value: item.name, label: itemName(item, locale()) })),
    { value: other, label: t().otherReason },
  ];
  const words = () =>
    props.type === 'decline'
      ? { title: t().declineTitle, hint: t().declineHint, confirm: t().decline }
      : { title: t().emptyRunTitle, hint: t().emptyRunHint, confirm: t().emptyRun };
  const confirm = ({ reason, note }: Confirmation) => {
    const name = reason === other ? t().otherReason : reason;
    return props.onReason(props.type, note ? t().reasonAndNote(name, note) : name);
  };
  return (
    <ConfirmDialog
      open={props.open}
      title={words().title}
      message={words().hint}
      confirmLabel={words().confirm}
      tone="danger"
      reasons={choices()}
      note="optional"
      noteLabel={t().reasonNote}
      error={props.error}
      onConfirm={confirm}
      onCancel={() => props.onCancel()}
    >
      {props.children}
    </ConfirmDialog>
  );
}
