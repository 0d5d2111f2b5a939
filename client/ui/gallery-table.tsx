// The gallery's table, with 20,000 rows and each of its states.
import { createMemo, createSignal, type JSX } from 'solid-js';
import { StatusBadge } from './badge.tsx';
import { Card } from './card.tsx';
import { DataTable, type Column } from './data-table.tsx';
import { formatCount, formatMoney } from './format.ts';
import { galleryRows, type GalleryRow } from './gallery-data.ts';
import css from './gallery.module.css';
import { MoreMenu } from './menu.tsx';
import { Row } from './page.tsx';
import { Select } from './select.tsx';
import { toast } from './toast.tsx';

type Shown = 'many' | 'growing' | 'long' | 'none' | 'loading' | 'error';

const shownOptions: { value: Shown; label: string }[] = [
  { value: 'many', label: '两万行' },
  { value: 'growing', label: '边滚动边加载' },
  { value: 'long', label: '长文字' },
  { value: 'none', label: '空' },
  { value: 'loading', label: '加载中' },
  { value: 'error', label: '失败' },
];

const columns: readonly Column<GalleryRow>[] = [
  { id: 'number', header: '编号', width: 96, cell: (row) => row.number, sort: (row) => row.number },
  {
    id: 'tone',
    header: '状态',
    width: 120,
    cell: (row) => <StatusBadge tone={row.tone}>{row.tone}</StatusBadge>,
    sort: (row) => row.tone,
  },
  { id: 'title', header: '标题', cell: (row) => row.title, sort: (row) => row.title },
  {
    id: 'amount',
    header: '金额',
    width: 120,
    align: 'end',
    cell: (row) => formatMoney(row.amountFen),
    sort: (row) => row.amountFen,
  },
  {
    id: 'menu',
    header: '操作',
    hideHeader: true,
    width: 56,
    align: 'end',
    cell: (row) => (
      <MoreMenu
        label={`${row.number} 的操作`}
        items={[{ label: '打开', onSelect: () => toast.info(row.number) }]}
      />
    ),
  },
];

const longRows = galleryRows(5).map((row) => ({
  ...row,
  title: row.title.repeat(12),
  amountFen: 98_765_432_10,
}));

export function TableDemo(): JSX.Element {
  const [shown, setShown] = createSignal<Shown>('many');
  const [loaded, setLoaded] = createSignal(50);
  const [selection, setSelection] = createSignal<ReadonlySet<string>>(new Set(['row-2']));
  const all = galleryRows(20_000);
  const rows = createMemo(() => {
    if (shown() === 'many') return all;
    if (shown() === 'long') return longRows;
    return shown() === 'growing' ? all.slice(0, loaded()) : [];
  });
  const state = () => {
    const now = shown();
    return now === 'loading' || now === 'error' ? now : 'ready';
  };
  return (
    <Card
      title={`数据表（${formatCount(rows().length)} 行，已选 ${selection().size}）`}
      flush
      actions={
        <Row>
          <Select
            label="内容"
            hideLabel
            options={shownOptions}
            value={shown()}
            onChange={(next) => next && setShown(next)}
          />
        </Row>
      }
    >
      <div class={css.table}>
        <DataTable
          label="示例数据"
          columns={columns}
          rows={rows()}
          rowKey={(row) => row.id}
          state={state()}
          selection={selection()}
          onSelectionChange={setSelection}
          onOpen={(row) => toast.info(`打开 ${row.number}`)}
          onReachEnd={() => setLoaded((count) => count + 50)}
          rowTone={(row) => (row.tone === 'danger' ? 'danger' : undefined)}
          card={(row) => <RowCard row={row} />}
        />
      </div>
    </Card>
  );
}

function RowCard(props: { row: GalleryRow }): JSX.Element {
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <strong>{props.row.number}</strong>
        <StatusBadge tone={props.row.tone}>{props.row.tone}</StatusBadge>
      </div>
      <div>{props.row.title}</div>
      <div class="tabular">{formatMoney(props.row.amountFen)}</div>
    </div>
  );
}
