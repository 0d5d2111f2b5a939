// A batch that outlives the buttons it was started with: rows that are done often leave the list, and with the last
// ticked one the bar goes, while its verdicts are still to be read.
import { createSignal, type JSX } from 'solid-js';
import { BatchDialog } from './batch-dialog.tsx';
import { startBatch, type Batch, type BatchTask } from './batch.ts';

export interface BatchRun {
  readonly title: () => string;
  readonly batch: () => Batch | undefined;
  /** @param onClose after its verdicts were read */
  start<T>(title: string, task: BatchTask<T>, onClose: () => void): void;
  close(): void;
}

/** For the page, which also holds the `BatchRunDialog`. */
export function createBatchRun(): BatchRun {
  const [running, setRunning] = createSignal<{ title: string; batch: Batch; onClose: () => void }>();
  return {
    title: () => running()?.title ?? '',
    batch: () => running()?.batch,
    start: (title, task, onClose) => void setRunning({ title, batch: startBatch(task), onClose }),
    close: () => {
      const ended = running();
      setRunning(undefined);
      ended?.onClose();
    },
  };
}

export function BatchRunDialog(props: { run: BatchRun }): JSX.Element {
  return (
    <BatchDialog title={props.run.title()} batch={props.run.batch()} onClose={() => props.run.close()} />
  );
}
