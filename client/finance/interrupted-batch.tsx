// A batch that was begun here and not read to its end, as after the browser was closed: it is told of, and goes on from
// there.
import { createResource, Show, type JSX } from 'solid-js';
import type { BatchKeeper, KeptBatch } from '../data/kept-batch.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import type { BatchRun } from '../ui/batch-run.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import css from './finance.module.css';
import { financeStrings } from './strings.ts';

export function InterruptedBatch(props: {
  /** What was being done. */
  action: string;
  keeper: BatchKeeper;
  run: BatchRun;
  /** Whether it belongs to this page; without it, it does. */
  isHere?: (batch: KeptBatch) => boolean;
  /** @param done to be called when its verdicts were read */
  onGoOn: (batch: KeptBatch, done: () => void) => void;
}): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const sync = useSync();
  const [found, { mutate }] = createResource(
    () => props.keeper,
    (keeper) => keeper.interrupted(),
  );
  const here = () => {
    const batch = found();
    return batch && (props.isHere?.(batch) ?? true) ? batch : undefined;
  };
  const forget = (): void => {
    props.keeper.forget();
    mutate();
  };
  return (
    <Show when={!props.run.batch() && here()}>
      {(batch) => (
        <Banner
          tone="warning"
          title={t().interrupted.title(props.action)}
          action={
            <span class={css.line}>
              <Button
                size="small"
                variant="primary"
                disabledReason={sync.online() ? undefined : t().needsServer}
                onClick={() => props.onGoOn(batch(), () => mutate())}
              >
                {t().interrupted.goOn}
              </Button>
              <Button size="small" onClick={forget}>
                {t().interrupted.forget}
              </Button>
            </span>
          }
        >
          {t().interrupted.text(format.short(batch().at), batch().lines.length)}
        </Banner>
      )}
    </Show>
  );
}
