// What 歷史訂單 is narrowed by: in the page's address, as it is asked of the server, and as it is asked of a person.
import { createMemo } from 'solid-js';
import { financeStages, orderStatuses } from '#schemas/orders/order.ts';
import type { OrderSearch } from '#schemas/orders/search.ts';
import { lacking, reportFigures, type Lacking, type ReportFigure } from '#schemas/reports/drill.ts';
import { useDrives, useReference } from '../data/reference.ts';
import { useMay } from '../data/session.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { orderStrings } from '../orders/strings.ts';
import { namedOption } from '../records/options.ts';
import { reportStrings } from '../reports/strings.ts';
import { filter, useListQuery } from '../ui/list-query.ts';
import { pastOrderStrings } from './strings.ts';

export const usePastOrderQuery = () =>
  useListQuery({
    taken: filter.range(),
    status: filter.several(orderStatuses),
    outlet: filter.one(),
    customer: filter.one(),
    service: filter.several(),
    driver: filter.one(),
    vehicle: filter.one(),
    stage: filter.several(financeStages),
    figure: filter.one<ReportFigure>(reportFigures),
    reason: filter.one(),
    without: filter.one<Lacking>(lacking),
  });
export type PastOrderQuery = ReturnType<typeof usePastOrderQuery>;

export function searchOf(query: PastOrderQuery): OrderSearch {
  const { taken, status, outlet, customer, service, driver, vehicle, stage } = query.values;
  const { figure, reason, without } = query.values;
  return {
    ...(query.text() && { text: query.text() }),
    ...(taken.from && { from: taken.from }),
    ...(taken.to && { to: taken.to }),
    ...(status.length > 0 && { status: [...status] }),
    ...(outlet && { outletId: outlet }),
    ...(customer && { customerId: customer }),
    ...(service.length > 0 && { serviceId: [...service] }),
    ...(driver && { driverId: driver }),
    ...(vehicle && { vehicleId: vehicle }),
    ...(stage.length > 0 && { stage: [...stage] }),
    ...(figure && { figure }),
    ...(reason && { reason }),
    ...(without && { without }),
  };
}

export function usePastOrderFilters({ values }: PastOrderQuery) {
  const t = useStrings(pastOrderStrings);
  const words = useStrings(orderStrings);
  const may = useMay();
  const [outlets, customers, vehicles, staff, catalog] = [
    useReference('outlets'),
    useReference('customers'),
    useReference('vehicles'),
    useReference('staff'),
    useReference('catalog'),
  ];
  const drives = useDrives();
  const ofReports = useReportFilters(values);
  return createMemo(() => [
    { key: 'taken' as const, label: t().taken },
    {
      key: 'status' as const,
      label: t().status,
      options: orderStatuses.map((value) => ({ value, label: words().status[value] })),
    },
    { key: 'outlet' as const, label: t().outlet, options: outlets().map(namedOption) },
    { key: 'customer' as const, label: t().customer, options: customers().map(namedOption) },
    {
      key: 'service' as const,
      label: t().service,
      options: catalog()
        .filter(({ type }) => type === 'service')
        .map((item) => ({ value: item.id, label: itemName(item, locale()) })),
    },
    {
      key: 'driver' as const,
      label: t().driver,
      options: staff()
        .filter((each) => drives(each) || each.id === values.driver)
        .map(namedOption),
    },
    {
      key: 'vehicle' as const,
      label: t().vehicle,
      options: vehicles().map(({ id, plate }) => ({ value: id, label: plate })),
    },
    ...(may('finance.view')
      ? [
          {
            key: 'stage' as const,
            label: t().stage,
            options: financeStages.map((value) => ({ value, label: words().stage[value] })),
          },
        ]
      : []),
    ...ofReports(),
  ]);
}

/** What the reports lead by has no place in the bar until they do. */
function useReportFilters(values: PastOrderQuery['values']) {
  const t = useStrings(pastOrderStrings);
  const words = useStrings(reportStrings);
  const of = <Key extends string, Value extends string>(
    key: Key,
    label: string,
    options: readonly { readonly value: Value; readonly label: string }[],
  ) => ({ key, label, options });
  return () => {
    const { figure, reason, without } = values;
    const figures = reportFigures.map((value) => ({ value, label: words().ordersOf[value] }));
    return [
      ...(figure ? [of('figure' as const, t().figure, figures)] : []),
      ...(reason ? [of('reason' as const, t().reason, [{ value: reason, label: reason }])] : []),
      ...(without
        ? [of('without' as const, t().without, [{ value: without, label: t().lacking[without] }])]
        : []),
    ];
  };
}
