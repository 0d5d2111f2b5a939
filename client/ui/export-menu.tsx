// Takes what a list shows out of the app: copied, as a file, or on paper.
import ClipboardCopy from 'lucide-solid/icons/clipboard-copy';
import Download from 'lucide-solid/icons/download';
import FileSpreadsheet from 'lucide-solid/icons/file-spreadsheet';
import FileText from 'lucide-solid/icons/file-text';
import Printer from 'lucide-solid/icons/printer';
import { createSignal, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { formatCount } from './format.ts';
import { useFormat } from './formatting.tsx';
import { listStrings } from './list-strings.ts';
import { Menu, type MenuItem } from './menu.tsx';
import { copySheet, saveCsv, saveXlsx } from './spreadsheet/save.ts';
import type { Sheet } from './spreadsheet/sheet.ts';
import { toast } from './toast.tsx';

export interface ExportMenuProps {
  /** Made when it is asked for; undefined: called off. */
  sheet: () => Sheet | Promise<Sheet | undefined>;
  /** How many rows are ticked, when these alone go out. */
  ticked?: number | undefined;
  /** An icon alone, where there is little room. */
  compact?: boolean | undefined;
  /** Why nothing can go out now. */
  disabledReason?: string | undefined;
}

export function ExportMenu(props: ExportMenuProps): JSX.Element {
  const t = useStrings(listStrings);
  const { zone, now } = useFormat();
  const [busy, setBusy] = createSignal(false);
  const take = async (
    way: (sheet: Sheet) => Promise<boolean> | boolean,
    failure: string,
  ): Promise<boolean> => {
    setBusy(true);
    try {
      const sheet = await props.sheet();
      if (!sheet) return false;
      const done = await way(sheet);
      if (!done) toast.error(failure);
      return done;
    } finally {
      setBusy(false);
    }
  };
  const copy = async (): Promise<void> => {
    let rows = 0;
    const copied = await take(
      (sheet) => ((rows = sheet.rows.length), copySheet(sheet, zone())),
      t().copyFailed,
    );
    if (copied) toast.success(t().copied(formatCount(rows)));
  };
  const items = (): MenuItem[] => [
    { label: t().copy, icon: ClipboardCopy, onSelect: () => void copy() },
    {
      label: t().exportXlsx,
      icon: FileSpreadsheet,
      onSelect: () => void take((sheet) => saveXlsx(sheet, zone(), now()), t().exportFailed),
    },
    {
      label: t().exportCsv,
      icon: FileText,
      onSelect: () => void take((sheet) => (saveCsv(sheet, zone(), now()), true), t().exportFailed),
    },
    { label: t().print, icon: Printer, separated: true, onSelect: () => setTimeout(() => window.print()) },
  ];
  const label = () => {
    if (busy()) return t().exporting;
    return props.ticked ? t().exportTicked(formatCount(props.ticked)) : t().exportAll;
  };
  return (
    <Menu
      label={label()}
      icon={props.compact ? Download : undefined}
      leadingIcon={Download}
      variant="ghost"
      placement="bottom-end"
      items={items()}
      disabledReason={busy() ? t().exporting : props.disabledReason}
    />
  );
}
