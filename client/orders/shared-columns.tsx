// The columns that every list of orders has alike; a list adds what is its own, such as which it can be sorted by.
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import type { Column } from '../ui/data-table.tsx';
import { useFormat, type Format } from '../ui/formatting.tsx';
import { shortAddress } from './board-layout.ts';
import { Lines } from './marks.tsx';
import { useNames, type Names } from './names.ts';
import css from './orders.module.css';
import { orderStrings, type OrderStrings } from './strings.ts';

type OrderColumn = Column<ProjectedOrder> & { readonly width: number };

export interface SharedColumns {
  readonly car: OrderColumn;
  readonly service: OrderColumn;
  readonly contact: OrderColumn;
  readonly pickup: OrderColumn;
  readonly outlet: OrderColumn;
}

/** In the language of the screen: to be asked anew inside a computation. */
export function useSharedColumns(): () => SharedColumns {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  return () => ({
    car: carColumn(t()),
    service: serviceColumn(t(), names),
    contact: contactColumn(t(), format),
    pickup: pickupColumn(t()),
    outlet: outletColumn(t(), names),
  });
}

const carColumn = (t: OrderStrings): OrderColumn => ({
  id: 'car',
  header: t.column.car,
  width: 112,
  value: ({ car }) => car.plate,
  cell: (order) => (
    <Lines
      first={<span class={css.plate}>{order.car.plate}</span>}
      second={[order.car.color, order.car.model].filter(Boolean).join(' ')}
    />
  ),
});

const serviceColumn = (t: OrderStrings, names: Names): OrderColumn => ({
  id: 'service',
  header: t.column.service,
  width: 130,
  value: ({ serviceId, customerId }) => `${names.catalog(serviceId)} ${names.customer(customerId)}`,
  cell: (order) => (
    <Lines
      first={names.catalog(order.serviceId)}
      second={names.customer(order.customerId)}
      title={names.customer(order.customerId)}
    />
  ),
});

const contactColumn = (t: OrderStrings, format: Format): OrderColumn => ({
  id: 'contact',
  header: t.column.contact,
  width: 110,
  value: ({ contact }) => `${contact.name} ${contact.phone}`,
  cell: (order) => <Lines first={order.contact.name} second={format.phone(order.contact.phone)} />,
});

const pickupColumn = (t: OrderStrings): OrderColumn => ({
  id: 'pickup',
  header: t.column.pickup,
  width: 140,
  grow: true,
  value: ({ pickup }) => pickup.address,
  cell: (order) => (
    <Lines
      first={shortAddress(order.pickup.address)}
      second={order.destination ? `→ ${shortAddress(order.destination.address)}` : order.fault}
      title={order.pickup.address}
    />
  ),
});

const outletColumn = (t: OrderStrings, names: Names): OrderColumn => ({
  id: 'outlet',
  header: t.column.outlet,
  width: 88,
  value: ({ outletId }) => names.outlet(outletId),
});
