// What a manager sees of an entry in the list.
import { Show, type Accessor, type JSX } from 'solid-js';
import { useCodeText } from '../app/code-text.ts';
import { useOrder } from '../data/orders.ts';
import type { QuarantineEntry } from '../data/quarantine.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderLink, useTypeName } from '../sync/command-card.tsx';
import type { Column } from '../ui/data-table-types.ts';
import { Time } from '../ui/formatting.tsx';
import { commandIn, documentNameIn } from './names.ts';
import css from './quarantine.module.css';
import { quarantineStrings } from './strings.ts';

/** The name of the command, or of the kind of document. */
export function useWhat(): (entry: QuarantineEntry) => string {
  const typeName = useTypeName();
  return (entry) => typeName(commandIn(entry)?.type ?? entry.collection);
}

/** Why it was held back, said to somebody else than its author. */
export function useReason(): (entry: QuarantineEntry) => string {
  const t = useStrings(quarantineStrings);
  const codeText = useCodeText();
  return ({ code }) => Object.entries(t().reason).find(([name]) => name === code)?.[1] ?? codeText(code);
}

export type Plates = Accessor<ReadonlyMap<string, string>>;

export function useColumns(plates: Plates): (handled: boolean) => Column<QuarantineEntry>[] {
  const t = useStrings(quarantineStrings);
  const reason = useReason();
  const what = useWhat();
  return (handled) => [
    { id: 'who', header: t().column.who, width: 120, cell: (entry) => entry.actorName },
    { id: 'what', header: t().column.what, width: 120, cell: what },
    {
      id: 'about',
      header: t().column.about,
      width: 200,
      grow: true,
      cell: (entry) => <About plain entry={entry} plates={plates} />,
    },
    {
      id: 'enteredAt',
      header: t().column.enteredAt,
      width: 120,
      cell: (entry) => <Time iso={commandIn(entry)?.at} />,
    },
    {
      id: 'receivedAt',
      header: t().column.receivedAt,
      width: 120,
      cell: (entry) => <Time iso={entry.receivedAt} />,
    },
    {
      id: 'reason',
      header: t().column.reason,
      width: 200,
      grow: true,
      cell: reason,
    },
    ...(handled ? [resolutionColumn(t().column.resolution)] : []),
  ];
}

const resolutionColumn = (header: string): Column<QuarantineEntry> => ({
  ...{ id: 'resolution', header, width: 130 },
  cell: (entry) => <ResolutionText entry={entry} />,
});

export function ResolutionText(props: { entry: QuarantineEntry }): JSX.Element {
  const t = useStrings(quarantineStrings);
  return <Show when={props.entry.resolution}>{(resolution) => t().resolution[resolution()]}</Show>;
}

interface EntryProps {
  readonly entry: QuarantineEntry;
  readonly plates: Plates;
  /** Where the whole row opens the entry. */
  readonly plain?: boolean;
}

export function About(props: EntryProps): JSX.Element {
  return (
    <Show when={commandIn(props.entry)} fallback={documentNameIn(props.entry)}>
      {(command) => <AboutOrder {...props} orderId={command().orderId} />}
    </Show>
  );
}

function AboutOrder(props: EntryProps & { orderId: string }): JSX.Element {
  const one = useOrder(() => props.orderId);
  const plate = () => props.plates().get(props.orderId);
  return <OrderLink orderId={props.orderId} order={one.order()} plate={plate()} plain={props.plain} />;
}

export function EntryCard(props: EntryProps): JSX.Element {
  const reason = useReason();
  const what = useWhat();
  return (
    <div class={css.card}>
      <span class={css.line}>
        <strong>{what(props.entry)}</strong>
        <span>{props.entry.actorName}</span>
        <span class={css.end}>
          <Time iso={props.entry.receivedAt} />
        </span>
      </span>
      <About plain entry={props.entry} plates={props.plates} />
      <span class={css.muted}>
        <Show when={props.entry.resolution} fallback={reason(props.entry)}>
          <ResolutionText entry={props.entry} />
        </Show>
      </span>
    </div>
  );
}
