// 車輛管理: all vehicles that this person sees, with what runs out soon.
import { useNavigate } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, Show, type JSX } from 'solid-js';
import { datesOf } from '#schemas/fleet/expiry.ts';
import { vehicleStates, type Vehicle } from '#schemas/fleet/vehicle.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { useCatalog, useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { ImportLink } from '../import/import-link.tsx';
import { itemName, useNames } from '../orders/names.ts';
import { RecordBatch } from '../records/batch-actions.tsx';
import { SetupLink } from '../setup/start.tsx';
import { useToday } from '../records/knowledge.ts';
import { LinkButton } from '../ui/button.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { useVehicleColumns } from './columns.tsx';
import { vehicleStrings } from './strings.ts';

const byPlate = { column: 'plate', direction: 'ascending' } as const;

export default function VehiclesPage(): JSX.Element {
  const t = useStrings(vehicleStrings);
  const actor = useActor();
  const sync = useSync();
  const navigate = useNavigate();
  const query = useVehicleQuery();
  const { vehicles, rows } = useRows(query);
  const columns = useVehicleColumns();
  const filters = useFilters();
  const create = () => (
    <Show when={mayEdit(actor, 'vehicles')}>
      <LinkButton href="/vehicles/new" variant="primary" icon={Plus}>
        {t().create}
      </LinkButton>
    </Show>
  );
  return (
    <ListPage
      title={t().title}
      storageKey="vehicles"
      query={query}
      columns={columns()}
      rows={rows()}
      total={vehicles().length}
      rowKey={({ id }: Vehicle) => id}
      rowTone={({ disabled }) => (disabled ? 'muted' : undefined)}
      search={t().search}
      filters={filters()}
      actions={
        <>
          <ImportLink collection="vehicles" />
          {create()}
        </>
      }
      state={vehicles().length === 0 && !sync.initialSyncDone() && sync.online() ? 'loading' : 'ready'}
      empty={{
        title: t().emptyTitle,
        hint: t().emptyHint,
        action: (
          <>
            <ImportLink collection="vehicles" />
            {create()}
            <SetupLink />
          </>
        ),
      }}
      batch={(selection) => <RecordBatch collection="vehicles" selection={selection} />}
      onOpen={({ id }) => navigate(`/vehicles/${id}`)}
    />
  );
}

const useVehicleQuery = () =>
  useListQuery(
    {
      outlet: filter.one(),
      type: filter.several(),
      state: filter.several(vehicleStates),
      expiring: filter.flag(),
      disabled: filter.flag(),
    },
    { sort: byPlate },
  );

function useRows(query: ReturnType<typeof useVehicleQuery>) {
  const vehicles = useReference('vehicles');
  const names = useNames();
  const today = useToday();
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    const { outlet, type, state, expiring, disabled } = query.values;
    return vehicles().filter(
      (vehicle) =>
        (disabled || !vehicle.disabled) &&
        (outlet === undefined || vehicle.outletId === outlet) &&
        (type.length === 0 || type.includes(vehicle.typeId)) &&
        (state.length === 0 || state.includes(vehicle.state)) &&
        (!expiring || datesOf(vehicle, today()).some(({ state: due }) => due !== 'valid')) &&
        matches(vehicle.plate, vehicle.name, vehicle.model, ...vehicle.driverIds.map(names.staff)),
    );
  });
  return { vehicles, rows };
}

function useFilters() {
  const t = useStrings(vehicleStrings);
  const outlets = useReference('outlets');
  const types = useCatalog('vehicle-type');
  return createMemo(() => [
    {
      key: 'outlet' as const,
      label: t().outlet,
      options: outlets().map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'type' as const,
      label: t().type,
      options: types().map((type) => ({ value: type.id, label: itemName(type, locale()) })),
    },
    {
      key: 'state' as const,
      label: t().state,
      options: vehicleStates.map((state) => ({ value: state, label: t().states[state] })),
    },
    { key: 'expiring' as const, label: t().expiring },
    { key: 'disabled' as const, label: t().withDisabled },
  ]);
}
