// Everything that was found as a sheet, not only what is on the screen: fetched page by page, with its progress, until
// it is there or called off.
import { createSignal, Show, type Accessor, type JSX } from 'solid-js';
import { searchLimits, type OrdersCounted, type OrderSearch } from '#schemas/orders/search.ts';
import { useDeps } from '../app/deps.tsx';
import { readAllFound, type FoundOrder } from '../data/order-search.ts';
import { useStrings } from '../i18n/strings.ts';
import type { Column } from '../ui/data-table.tsx';
import { formatCount } from '../ui/format.ts';
import { ProgressDialog } from '../ui/progress-dialog.tsx';
import type { Cell } from '../ui/spreadsheet/cell.ts';
import { sheetOf, type Sheet } from '../ui/spreadsheet/sheet.ts';
import { toast } from '../ui/toast.tsx';
import { pastOrderStrings } from './strings.ts';

export interface WholeSheet {
  /** Undefined: called off, or the server could not be reached. */
  make(columns: readonly Column<FoundOrder>[]): Promise<Sheet | undefined>;
  /** Rows that have come; undefined while nothing is fetched. */
  readonly fetched: Accessor<number | undefined>;
  readonly total: Accessor<number | undefined>;
  cancel(): void;
}

/** Orders become cells as they come: whole ones would not fit into a phone's memory. */
export function useWholeSheet(
  search: Accessor<OrderSearch>,
  counted: Accessor<OrdersCounted | undefined>,
): WholeSheet {
  const { http } = useDeps();
  const t = useStrings(pastOrderStrings);
  const [fetched, setFetched] = createSignal<number>();
  let cancelled = false;
  const make: WholeSheet['make'] = async (columns) => {
    cancelled = false;
    setFetched(0);
    const rows: (readonly Cell[])[] = [];
    const isWhole = await readAllFound(http, search(), (orders) => {
      rows.push(...sheetOf('', columns, orders).rows);
      setFetched(rows.length);
      return !cancelled;
    });
    setFetched();
    if (!isWhole) {
      if (!cancelled) toast.error(t().exportBroken);
      return undefined;
    }
    const all = counted();
    if (all && (all.more || all.count > searchLimits.counted))
      toast.info(t().exportCut(formatCount(searchLimits.counted)));
    return { ...sheetOf(t().title, columns, []), rows };
  };
  return { make, fetched, total: () => counted()?.count, cancel: () => void (cancelled = true) };
}

export function ExportProgress(props: { run: WholeSheet }): JSX.Element {
  const t = useStrings(pastOrderStrings);
  return (
    <Show when={props.run.fetched() !== undefined}>
      <ProgressDialog
        title={t().exporting}
        done={props.run.fetched() ?? 0}
        total={props.run.total()}
        onCancel={() => props.run.cancel()}
      />
    </Show>
  );
}
