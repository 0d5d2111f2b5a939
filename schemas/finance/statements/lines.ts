// A line of a statement, as its order says, and whether the order says otherwise by now.
import type { CatalogItem } from '../../catalog/catalog.ts';
import { isOpen, type Order } from '../../orders/order.ts';
import type { Statement, StatementLine } from './statement.ts';

type Known = Pick<
  StatementLine,
  'id' | 'number' | 'outletId' | 'customerOrderNumber' | 'plate' | 'serviceId' | 'endedAt' | 'amountFen'
>;

function knownOf(order: Order): Known {
  const endedAt = order.timeline.findLast(
    ({ status }) => status !== undefined && !isOpen(status),
  )?.recordedAt;
  return {
    id: order.id,
    number: order.number,
    outletId: order.outletId,
    ...(order.customerOrderNumber && { customerOrderNumber: order.customerOrderNumber }),
    plate: order.car.plate,
    serviceId: order.serviceId,
    ...(endedAt && { endedAt }),
    amountFen: order.finance.amountFen ?? 0,
  };
}

/** A new line. */
export const lineOf = (order: Order, service: Pick<CatalogItem, 'name'> | undefined): StatementLine => ({
  ...knownOf(order),
  service: service?.name ?? '',
  adjustments: [],
  disputes: [],
  receivedFen: 0,
  posted: false,
});

/** The line with what its order says now; what was adjusted and disputed stays. */
export function refreshed(
  line: StatementLine,
  order: Order,
  service: Pick<CatalogItem, 'name'> | undefined,
): StatementLine {
  const { adjustments, disputes, receivedFen, posted } = line;
  return { ...lineOf(order, service), adjustments, disputes, receivedFen, posted };
}

export type Staleness =
  /** The order is not on the statement any more, or not the customer's, or has no approved price. */
  | 'unfit'
  /** It says something else. */
  | 'changed';

/** Why a draft's line cannot be sent as it is. */
export function stalenessOf(
  { id, customerId }: Pick<Statement, 'id' | 'customerId'>,
  line: StatementLine,
  order: Order | undefined,
): Staleness | undefined {
  if (!order) return 'unfit';
  const { statementId, stage } = order.finance;
  if (statementId !== id || order.customerId !== customerId || stage !== 'priced') return 'unfit';
  const now = knownOf(order);
  const isSame =
    now.amountFen === line.amountFen &&
    now.customerOrderNumber === line.customerOrderNumber &&
    now.plate === line.plate &&
    now.serviceId === line.serviceId &&
    now.endedAt === line.endedAt;
  return isSame ? undefined : 'changed';
}
