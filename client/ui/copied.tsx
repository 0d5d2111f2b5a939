// A text that people take somewhere else, such as an address or a secret, with a button that copies it.
import Copy from 'lucide-solid/icons/copy';
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import css from './copied.module.css';
import { copyText } from './spreadsheet/save.ts';
import { uiStrings } from './strings.ts';
import { toast } from './toast.tsx';

/** @param label of the button where several stand together */
export function Copied(props: { text: string; label?: string | undefined }): JSX.Element {
  const t = useStrings(uiStrings);
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(props.text);
    if (isCopied) toast.success(t().copied);
    else toast.error(t().notCopied);
  };
  return (
    <span class={css.copied}>
      <code>{props.text}</code>
      <IconButton size="small" icon={Copy} label={props.label ?? t().copy} onClick={() => void copy()} />
    </span>
  );
}
