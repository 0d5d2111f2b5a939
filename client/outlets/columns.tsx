// The columns of the list of outlets.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordState, useStateColumn } from '../records/state-column.tsx';
import type { Column } from '../ui/data-table.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { outletStrings } from './strings.ts';

export function useOutletColumns(): Accessor<readonly Column<Outlet>[]> {
  const t = useStrings(outletStrings);
  const actor = useActor();
  const state = useStateColumn<Outlet>();
  const format = useFormat();
  const vehicles = useCounts('vehicles', ({ outletId }) => [outletId]);
  const staff = useCounts('staff', ({ outletIds }) => outletIds);
  return createMemo((): readonly Column<Outlet>[] => [
    { id: 'name', header: t().name, value: ({ name }) => name, sort: true, width: 160, grow: true },
    {
      id: 'phone',
      header: t().phone,
      value: ({ phone }) => phone,
      cell: ({ phone }) => format.phone(phone),
      width: 150,
    },
    { id: 'contact', header: t().contact, value: ({ contact }) => contact, width: 90, sort: true },
    { id: 'address', header: t().address, value: ({ address }) => address, width: 180, grow: true },
    {
      id: 'vehicles',
      header: t().vehicles,
      value: ({ id }) => vehicles().get(id) ?? 0,
      sort: true,
      width: 80,
      align: 'end',
    },
    {
      id: 'staff',
      header: t().staff,
      value: ({ id }) => staff().get(id) ?? 0,
      sort: true,
      width: 80,
      align: 'end',
    },
    ...(mayEdit(actor, 'outlets')
      ? [
          {
            id: 'callSystem',
            header: t().callSystem,
            value: ({ callSystemAddresses }: Outlet) => callSystemAddresses?.join(', '),
            width: 130,
            rank: 1,
          },
        ]
      : []),
    state(),
  ]);
}

/** At phone width. */
export function OutletCard(props: { outlet: Outlet }): JSX.Element {
  const format = useFormat();
  return (
    <RowCard
      title={props.outlet.name}
      marks={<RecordState document={props.outlet} />}
      lines={[[format.phone(props.outlet.phone), props.outlet.contact], [props.outlet.address]]}
    />
  );
}

/** How many documents in use belong to each outlet. */
function useCounts<Name extends 'vehicles' | 'staff'>(
  name: Name,
  outletsOf: (document: ReturnType<ReturnType<typeof useReference<Name>>>[number]) => readonly string[],
): Accessor<ReadonlyMap<string, number>> {
  const documents = useReference(name);
  return createMemo(() => {
    const counts = new Map<string, number>();
    for (const document of documents()) {
      if (document.disabled) continue;
      for (const id of outletsOf(document)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  });
}
