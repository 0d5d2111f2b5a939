// How far something is that a person waits for, and the way out of it.
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import css from './batch-dialog.module.css';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { formatCount } from './format.ts';
import { listStrings } from './list-strings.ts';
import { uiStrings } from './strings.ts';

export interface ProgressDialogProps {
  title: string;
  done: number;
  /** Undefined while nobody knows. */
  total: number | undefined;
  onCancel: () => void;
}

export function ProgressDialog(props: ProgressDialogProps): JSX.Element {
  const t = useStrings(listStrings);
  const ui = useStrings(uiStrings);
  const text = () => {
    const done = formatCount(props.done);
    return props.total === undefined ? t().results(done) : t().resultsOf(done, formatCount(props.total));
  };
  return (
    <Dialog
      open
      size="small"
      dismissable={false}
      title={props.title}
      onClose={() => props.onCancel()}
      footer={<Button onClick={() => props.onCancel()}>{ui().cancel}</Button>}
    >
      <progress class={css.progress} aria-label={props.title} max={props.total} value={props.done} />
      <p role="status">{text()}</p>
    </Dialog>
  );
}
