// 導入: a spreadsheet of customers, vehicles or employees, step by step from the file to the records.
import { useParams } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { mayEdit } from '#schemas/staff/editing.ts';
import { LeaveGuard } from '../app/leave-guard.tsx';
import { customerImport } from '../customers/import.ts';
import { useActor } from '../data/session.ts';
import { vehicleImport } from '../fleet/import.ts';
import { useStrings } from '../i18n/strings.ts';
import { staffImport } from '../staff/import.ts';
import { EmptyState } from '../ui/states.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { createImport } from './flow.ts';
import type { ImportKind } from './kind.ts';
import { RowsStep } from './rows-step.tsx';
import { importStrings } from './strings.ts';
import { useUndo } from './undo.ts';
import { WritingStep } from './writing-step.tsx';

const kinds: Readonly<Record<string, ImportKind>> = {
  customers: customerImport,
  vehicles: vehicleImport,
  staff: staffImport,
};

export default function ImportPage(): JSX.Element {
  const t = useStrings(importStrings);
  const params = useParams<{ kind: string }>();
  const actor = useActor();
  const allowed = () => {
    const kind = kinds[params.kind];
    return kind && mayEdit(actor, kind.collection) ? kind : undefined;
  };
  return (
    <Show when={allowed()} keyed fallback={<EmptyState title={t().noRight} />}>
      {(kind) => <OneImport kind={kind} />}
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
