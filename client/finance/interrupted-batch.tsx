// A batch that was begun at this desk and not read to its end, as after the browser was closed: it is told of, and goes
// on from there.
import { createResource, Show, type JSX } from 'solid-js';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import type { BatchRun } from '../ui/batch-run.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { useDeskRun, useKeeper, wordsOf } from './desk-batch.tsx';
import type { StageDesk } from './desks.ts';
import css from './finance.module.css';
import { financeStrings } from './strings.ts';

export function InterruptedBatch(props: { desk: StageDesk; run: BatchRun }): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const sync = useSync();
  const keeper = useKeeper(() => props.desk);
  const goOn = useDeskRun(props.run, () => props.desk);
  const [found, { mutate }] = createResource(keeper, (one) => one.interrupted());
  const forget = (): void => {
    keeper().forget();
    mutate();
  };
  return (
    <Show when={!props.run.batch() && found()}>
      {(batch) => (
        <Banner
          tone="warning"
          title={t().interrupted.title(wordsOf(t(), props.desk).action)}
          action={
            <span class={css.line}>
              <Button
                size="small"
                variant="primary"
                disabledReason={sync.online() ? undefined : t().needsServer}
                onClick={() => goOn(batch(), mutate)}
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
