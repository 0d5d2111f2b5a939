// 導入: a spreadsheet of customers, vehicles or employees, step by step from the file to the records.
import { useLocation } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { LeaveGuard } from '../app/leave-guard.tsx';
import { customerImport } from '../customers/import.ts';
import { vehicleImport } from '../fleet/import.ts';
import { staffImport } from '../staff/import.ts';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { createImport } from './flow.ts';
import type { ImportKind } from './kind.ts';
import { RowsStep } from './rows-step.tsx';
import { useUndo } from './undo.ts';
import { WritingStep } from './writing-step.tsx';

const kinds: Readonly<Record<string, ImportKind>> = {
  customers: customerImport,
  vehicles: vehicleImport,
  staff: staffImport,
};

/** At `/import/KIND`. */
export default function ImportPage(): JSX.Element {
  const location = useLocation();
  const kind = () => kinds[location.pathname.split('/').at(-1) ?? ''];
  return (
    <Show when={kind()} keyed>
      {(found) => <OneImport kind={found} />}
    </Show>
  );
}

function OneImport(props: { kind: ImportKind }): JSX.Element {
  const flow = createImport(props.kind);
  const undo = useUndo(props.kind);
  const isUnderWay = () => flow.step() !== 'file' && flow.step() !== 'done';
  return (
    <>
      <LeaveGuard isDirty={isUnderWay} kept={false} />
      <Switch>
        <Match when={flow.progress()}>
          {(progress) => <WritingStep flow={flow} progress={progress()} />}
        </Match>
        <Match when={flow.step() === 'file'}>
          <FileStep flow={flow} undo={undo} />
        </Match>
        <Match when={flow.step() === 'columns'}>
          <ColumnsStep flow={flow} />
        </Match>
        <Match when={flow.step() === 'rows'}>
          <RowsStep flow={flow} />
        </Match>
        <Match when={flow.step() === 'done' && flow.outcome()}>
          {(outcome) => <DoneStep flow={flow} outcome={outcome()} undo={undo} />}
        </Match>
      </Switch>
    </>
  );
}
