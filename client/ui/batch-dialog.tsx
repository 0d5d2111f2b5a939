// The progress and the verdicts of a batch. What failed stands on top, and can be tried again.
import { createMemo, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge } from './badge.tsx';
import type { Batch, BatchRow, BatchState } from './batch.ts';
import css from './batch-dialog.module.css';
import { Button } from './button.tsx';
import { DataTable, type Column } from './data-table.tsx';
import { Dialog } from './dialog.tsx';
import { listStrings } from './list-strings.ts';
import { uiStrings } from './strings.ts';

export interface BatchDialogProps {
  title: string;
  /** Open while there is one. */
  batch: Batch | undefined;
  onClose: () => void;
}

export function BatchDialog(props: BatchDialogProps): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <Dialog
      open={props.batch !== undefined}
      onClose={() => !props.batch?.isRunning() && props.onClose()}
      title={props.title}
      size="large"
      dismissable={props.batch?.isRunning() !== true}
      footer={
        <Show when={props.batch}>
          {(batch) => (
            <>
              <Show when={!batch().isRunning()}>
                <Button
                  variant={batch().counts().failed > 0 ? 'secondary' : 'primary'}
                  onClick={() => props.onClose()}
                >
                  {t().close}
                </Button>
              </Show>
              <Go batch={batch()} />
            </>
          )}
        </Show>
      }
    >
      <Show when={props.batch}>{(batch) => <Verdicts title={props.title} batch={batch()} />}</Show>
    </Dialog>
  );
}

function Go(props: { batch: Batch }): JSX.Element {
  const t = useStrings(listStrings);
  return (
    <Show
      when={!props.batch.isRunning()}
      fallback={<Button onClick={() => props.batch.stop()}>{t().batch.stop}</Button>}
    >
      <Show when={props.batch.counts().waiting > 0}>
        <Button onClick={() => props.batch.resume()}>{t().batch.resume(props.batch.counts().waiting)}</Button>
      </Show>
      <Show when={props.batch.counts().failed > 0}>
        <Button variant="primary" onClick={() => props.batch.retryFailed()}>
          {t().batch.retry(props.batch.counts().failed)}
        </Button>
      </Show>
    </Show>
  );
}

const order: readonly BatchState[] = ['failed', 'running', 'waiting', 'done'];
const tones = { waiting: 'neutral', running: 'progress', done: 'success', failed: 'danger' } as const;

function Verdicts(props: { title: string; batch: Batch }): JSX.Element {
  const t = useStrings(listStrings);
  const rows = createMemo(() =>
    order.flatMap((wanted) => props.batch.rows().filter(({ state }) => state === wanted)),
  );
  const counts = () => props.batch.counts();
  const ended = () => counts().done + counts().failed;
  const badge = (row: BatchRow) => (
    <StatusBadge tone={tones[row.state]}>{t().batch.state[row.state]}</StatusBadge>
  );
  const columns = (): Column<BatchRow>[] => [
    { id: 'label', header: t().batch.item, value: ({ label }) => label, width: 184 },
    { id: 'state', header: t().batch.verdict, cell: badge, width: 110 },
    { id: 'reason', header: t().batch.reason, value: ({ reason }) => reason, width: 220, grow: true },
  ];
  return (
    <>
      <progress class={css.progress} aria-label={props.title} max={rows().length} value={ended()} />
      <p role="status">{t().batch.summary(counts().done, counts().failed, rows().length - ended())}</p>
      <div class={css.table}>
        <DataTable
          label={props.title}
          columns={columns()}
          rows={rows()}
          rowKey={({ key }) => key}
          card={(row) => (
            <div class={css.card}>
              <strong>{row.label}</strong>
              {badge(row)}
              <span class={css.reason}>{row.reason}</span>
            </div>
          )}
        />
      </div>
    </>
  );
}
