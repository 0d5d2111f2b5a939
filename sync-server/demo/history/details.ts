// What somebody who calls tells: which car, what is wrong, where it stands, where it should go, who pays.
import { basicCatalog } from '../../company/catalog.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { Place } from '#schemas/core/types.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { carKinds, colors, faults, surnames } from '../data/cars.ts';
import { customers } from '../data/customers.ts';
import { bankOf } from '../data/outlets.ts';
import { scenes, workshops, type Bank, type Scene } from '../data/places.ts';
import type { Random } from './random.ts';

export type OrderDetails = CommandPayload<'create-order'>;
type Customer = DocumentOf<'customers'>;

/** The usual mix of calls. */
export const callMix: readonly (readonly [serviceId: string, weight: number])[] = [
  ['service-tow', 26],
  ['service-jump-start', 21],
  ['service-tyre-change', 13],
  ['service-accident-tow', 11],
  ['service-basement-tow', 6],
  ['service-fuel', 4],
  ['service-battery', 4],
  ['service-lockout', 4],
  ['service-recovery', 4],
  ['service-inflation', 3],
  ['service-on-site-repair', 2],
  ['service-ev-charging', 2],
  ['service-crane-lift', 1],
  ['service-motorcycle-rescue', 1],
];

const needsDestination = new Set(
  basicCatalog()
    .filter((item) => item.needsDestination)
    .map(({ id }) => id),
);

export function detailsOf(outletId: string, serviceId: string, random: Random): OrderDetails {
  const customer = customerOf(outletId, random);
  const scene = sceneOf(serviceId, bankOf(outletId), random);
  const fault = faults[serviceId.replace('service-', '')];
  return {
    kind: 'normal',
    outletId,
    customerId: customer.id,
    serviceId,
    contact: { name: callerOf(random), phone: phoneOf(random) },
    car: carOf(serviceId, random),
    pickup: placeOf(scene),
    roadConditionId: `road-condition-${scene.road}`,
    ...(needsDestination.has(serviceId) && { destination: destinationOf(customer, scene.bank, random) }),
    ...(fault && { fault: random.pick(fault) }),
    ...orderedBy(customer, random),
    ...(random.chance(0.15) && { note: random.pick(notes) }),
  };
}

const notes = ['车主在现场等候', '到达前请电话联系', '车主带小孩，请尽快', '车位靠里，需推车', '请带发票'];

const usualCustomers: readonly (readonly [type: string, weight: number])[] = [
  ['insurer', 12],
  ['platform', 7],
  ['private', 34],
  ['dealer', 7],
  ['garage', 5],
  ['rental', 4],
  ['logistics', 2],
  ['maker', 3],
  ['bank', 3],
  ['government', 2],
];

function customerOf(outletId: string, random: Random): Customer {
  const weightOf = new Map(usualCustomers.map(([type, weight]) => [`customer-type-${type}`, weight]));
  const served = customers.filter(({ outletIds }) => outletIds.length === 0 || outletIds.includes(outletId));
  return random.weighted(served.map((customer) => [customer, weightOf.get(customer.typeId) ?? 1] as const));
}

const roofs = ['basement', 'multi-storey'];
const offRoad = ['mountain', 'mud', 'water', 'narrow'];

function sceneOf(serviceId: string, bank: Bank, random: Random): Scene {
  const fitting = scenes.filter(({ road }) => {
    if (serviceId === 'service-basement-tow') return roofs.includes(road);
    if (serviceId === 'service-recovery') return offRoad.includes(road);
    return !(needsDestination.has(serviceId) && roofs.includes(road));
  });
  return random.weighted(fitting.map((scene) => [scene, scene.bank === bank ? 6 : 1] as const));
}

/** Dealers and garages have the car brought to themselves. */
function destinationOf({ address }: Customer, bank: Bank, random: Random): Place {
  const own = workshops.find((workshop) => workshop.address === address);
  return placeOf(
    own ?? random.weighted(workshops.map((shop) => [shop, shop.bank === bank ? 4 : 1] as const)),
  );
}

const placeOf = ({ address, lng, lat }: Scene): Place => ({ address, lng, lat });

function callerOf(random: Random): string {
  return `${random.pick(surnames)}${random.pick(['先生', '先生', '女士'])}`;
}

/** 160 to 164 are given to nobody in the mobile networks. */
function phoneOf(random: Random): string {
  return `16${random.pick(['0', '1', '3', '4'])}0000${String(random.whole(0, 9999)).padStart(4, '0')}`;
}

function carOf(serviceId: string, random: Random): OrderDetails['car'] {
  const kind = random.pick(carKinds.filter(({ electric }) => suits(serviceId, electric)));
  const bike = serviceId === 'service-motorcycle-rescue';
  return {
    plate: plateOf(kind.electric, random),
    model: bike ? '春风250' : kind.model,
    color: random.pick(colors),
    ...(random.chance(0.4) && { vin: `L0DEM0${characters(11, random)}` }),
  };
}

function suits(serviceId: string, electric: boolean): boolean {
  if (serviceId === 'service-ev-charging') return electric;
  return !electric || !['service-fuel', 'service-motorcycle-rescue'].includes(serviceId);
}

/** New-energy plates have eight characters. */
function plateOf(electric: boolean, random: Random): string {
  const region = random.weighted([
    ['浙A', 40],
    ['浙D', 3],
    ['浙F', 3],
    ['苏E', 2],
    ['沪A', 1],
  ]);
  if (electric)
    return `${region}${random.pick(['D', 'F'])}${String(random.whole(1000, 99_999)).padStart(5, '0')}`;
  return `${region}${random.whole(1, 9)}${characters(4, random)}`;
}

/** Without I and O, which neither plates nor vehicle numbers have. */
function characters(count: number, random: Random): string {
  const all = [...'0123456789ABCDEFGHJKLMNPRSTUVWXYZ'];
  return Array.from({ length: count }, () => random.pick(all)).join('');
}

function orderedBy({ typeId, contact }: Customer, random: Random) {
  if (typeId === 'customer-type-private') return {};
  const requester = { name: contact.name, ...(contact.phone && { phone: contact.phone }) };
  const numbered = ['customer-type-insurer', 'customer-type-platform'].includes(typeId);
  return { requester, ...(numbered && { customerOrderNumber: `CS${random.whole(10_000_000, 99_999_999)}` }) };
}
