// While the rows are written: how far it is, and a way to stop.
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import batchCss from '../ui/batch-dialog.module.css';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import type { Import } from './flow.ts';
import { ImportFrame } from './frame.tsx';
import css from './import.module.css';
import { importStrings } from './strings.ts';

export function WritingStep(props: {
  flow: Import;
  progress: { readonly done: number; readonly all: number };
}): JSX.Element {
  const t = useStrings(importStrings);
  const format = useFormat();
  return (
    <ImportFrame flow={props.flow}>
      <div class={css.writing}>
        <h2>{t().writing}</h2>
        <progress
          class={batchCss.progress}
          aria-label={t().writing}
          max={props.progress.all}
          value={props.progress.done}
        />
        <p role="status">
          {t().progress(format.count(props.progress.done), format.count(props.progress.all))}
        </p>
        <p class={css.quiet}>{t().writingHint}</p>
        <Button onClick={() => props.flow.stop()}>{t().stop}</Button>
      </div>
    </ImportFrame>
  );
}
