// Which of the proposed kilometres are measured on the map from or to a place that is only roughly there.
import { legs, type Leg } from '#schemas/finance/pricing/work.ts';
import type { WorkKnown } from '#schemas/finance/pricing/work-done.ts';
import type { Order } from '#schemas/orders/order.ts';
import { isApproximate } from '../orders/approximate.ts';

type Places = Pick<Order, 'pickup' | 'destination'>;

/** What was read from the odometer or reported by the driver is right wherever the places are. */
export function approximateLegs({ pickup, destination }: Places, { work, sources }: WorkKnown): Leg[] {
  // Without a tow the vehicle goes back from where it was waited for.
  const end = sources.tow === 'unknown' ? pickup : (destination ?? pickup);
  const places = { out: [pickup], tow: [pickup, end], back: [end] };
  return legs.filter(
    (leg) => sources[leg] === 'estimated' && work.km[leg] > 0 && places[leg].some(isApproximate),
  );
}
