// Random stories of one order: anybody says anything, often enough what makes sense for the order to get on.
import { fc, line, who, type Line, type Person } from './rules.ts';
import { creation } from './company.ts';
import type { cashPayloads } from '#schemas/finance/cash/commands.ts';
import type { statementPayloads } from '#schemas/finance/statements/commands.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import { messageStates, orderStatuses, stepTypes } from '#schemas/orders/order.ts';

const optional = { requiredKeys: [] };
const reason = fc.record({ reason: fc.constantFrom('客户取消', '设备不合适') });
const step = fc.record(
  {
    position: fc.record({ lng: fc.constant(120.1), lat: fc.constant(30.2) }),
    odometerKm: fc.nat({ max: 90_000 }),
  },
  optional,
);
const note = fc.constantFrom('已到路口', '钥匙在前台');
const method = fc.constantFrom('settlement-cash', 'settlement-monthly', 'service-tow');
const fen = fc.constantFrom(0, 1, 20_000, 35_000);
/** The last is none of the price items, which stops the office and no driver. */
const item = fc.constantFrom('price-item-dolly', 'price-item-toll', 'price-item-parts', 'service-tow');
const extras = fc.array(fc.record({ item, quantity: fc.constantFrom(0.001, 1, 2.5) }), { maxLength: 2 });
const outlays = fc.array(fc.record({ item, amountFen: fc.constantFrom(1, 3500) }), { maxLength: 2 });

/** Most bases are right because there are few values to be wrong about. */
const edit = fc.record({
  patch: fc.oneof(
    fc.record({ note: fc.option(note) }),
    fc.record({ outletId: fc.constantFrom('outlet-1', 'outlet-2') }),
    fc.record({ customerId: fc.constantFrom('customer-confirms', 'customer-2', 'customer-none') }),
    fc.record({ note, fault: note, roadConditionId: fc.constantFrom('road-condition-road', 'service-tow') }),
  ),
  base: fc.record(
    {
      note: fc.option(note),
      outletId: fc.constant('outlet-1'),
      customerId: fc.constant('customer-all'),
    },
    { requiredKeys: ['outletId', 'customerId'] },
  ),
});

/** Most of what is seen is right again; what an order cannot be made into is among it. */
const repair: fc.Arbitrary<CommandPayload<'repair-order'>> = fc.record({
  patch: fc
    .record(
      {
        status: fc.constantFrom(...orderStatuses),
        assignment: fc.record({
          vehicleId: fc.constantFrom('vehicle-1', 'vehicle-none'),
          driverId: fc.constantFrom('staff-driver1', 'staff-driver2'),
        }),
        customerId: fc.constantFrom('customer-all', 'customer-confirms', 'customer-none'),
        mileageKm: fc.nat({ max: 300 }),
        collectedFen: fen,
        note,
        steps: fc.array(
          fc.record({
            type: fc.constantFrom(...stepTypes),
            at: fc.option(
              fc.constantFrom('2026-03-01T07:00:00Z', '2026-03-01T08:00:00Z', '2026-03-09T08:00:00Z'),
            ),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      },
      optional,
    )
    .filter((patch) => Object.keys(patch).length > 0),
  base: fc.record(
    {
      status: fc.constantFrom('completed', 'completed', 'empty-run', 'voided', 'pending', 'dispatched'),
      assignment: fc.option(fc.constant({ vehicleId: 'vehicle-1', driverId: 'staff-driver1' })),
      customerId: fc.constant('customer-all'),
      note: fc.option(note),
      collectedFen: fc.constantFrom(null, null, 20_000),
    },
    { requiredKeys: ['status', 'customerId', 'assignment'] },
  ),
  reason: fc.constant('录错'),
});

const priceLine = fc.record({
  item: fc.constantFrom('price-item-tow-start', 'price-item-tow-km'),
  quantity: fc.constantFrom(1, 2.5),
  unitFen: fen,
  amountFen: fen,
});

const price: fc.Arbitrary<CommandPayload<'verify'>> = fc
  .record({ lines: fc.array(priceLine, { maxLength: 3 }), offBy: fc.constantFrom(0, 0, 0, 1), method })
  .map(({ lines, offBy, method: chosen }) => ({
    lines,
    amountFen: lines.reduce<number>((sum, { amountFen }) => sum + amountFen, offBy),
    method: chosen,
  }));

/** As it was verified, another sum, or other lines. */
const approval: fc.Arbitrary<CommandPayload<'approve-price'>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ amountFen: fen }) },
  price.map(({ lines, amountFen }) => ({ amountFen, ...(lines.length > 0 && { lines }) })),
);

/** What is seen is what the order began with, or what the stories verify and receive. */
const financeRepair: fc.Arbitrary<CommandPayload<'repair-finance'>> = fc.record(
  {
    patch: fc.oneof(
      fc.record({ customerId: fc.constantFrom('customer-confirms', 'customer-none') }),
      fc.record({ amountFen: fen }),
      fc.record({ receivedFen: fen, method }),
      fc.record({ stage: fc.constantFrom('unverified' as const, 'verified' as const, 'priced' as const) }),
    ),
    base: fc.record({
      customerId: fc.constant('customer-all'),
      amountFen: fen,
      receivedFen: fen,
      method,
      stage: fc.constantFrom('priced', 'posted'),
    }),
    reason: fc.constant('记错'),
    into: fc.constantFrom('same-month', 'open-month'),
  },
  { requiredKeys: ['patch', 'base', 'reason'] },
);

const photoId = fc.constantFrom(...['A', 'B', 'C'].map((end) => `01HZX0000000000000000000A${end}`));
const photo: fc.Arbitrary<CommandPayload<'add-photo'>> = fc.record(
  {
    photoId,
    slot: fc.constantFrom('before', 'scene', 'signature'),
    takenAt: fc.constant('2026-03-01T08:00:00Z'),
    sha256: fc.constant('0'.repeat(64)),
    bytes: fc.constant(1000),
    kind: fc.constantFrom('image/jpeg', 'image/heic'),
    source: fc.constantFrom('camera', 'file'),
    replaces: photoId,
  },
  { requiredKeys: ['photoId', 'slot', 'takenAt', 'sha256', 'bytes', 'kind', 'source'] },
);

/** What is about several orders at once has stories of its own: test/finance/{statements,cash}.prop.test.ts. */
type Told = Exclude<CommandType, keyof typeof statementPayloads | keyof typeof cashPayloads>;

const crewOf = (driverId: string) => ({ vehicleId: 'vehicle-1', driverId });

const payloads: { [Kind in Told]: fc.Arbitrary<CommandPayload<Kind>> } = {
  'create-order': fc.constantFrom(creation(), creation({ outletId: 'outlet-2' })),
  'edit-order': edit,
  dispatch: fc.record(
    {
      vehicleId: fc.constantFrom('vehicle-1', 'vehicle-1', 'vehicle-2', 'vehicle-none'),
      driverId: fc.constantFrom('staff-driver1', 'staff-driver2', 'staff-driver3', 'staff-clerk'),
      seen: fc.constantFrom(null, crewOf('staff-driver1'), crewOf('staff-driver2')),
    },
    { requiredKeys: ['vehicleId', 'driverId'] },
  ),
  offer: fc.record(
    {
      to: fc.constantFrom(
        ['staff-driver1', 'staff-driver2'].map(crewOf),
        ['staff-driver2', 'staff-driver1'].map(crewOf),
        ['staff-driver1', 'staff-driver1'].map(crewOf),
        ['staff-driver1', 'staff-driver3'].map(crewOf),
      ),
      minutes: fc.constantFrom(1, 5),
      note,
    },
    { requiredKeys: ['to'] },
  ),
  recall: fc.constant({}),
  'withdraw-offer': fc.constant({}),
  accept: fc.constant({}),
  decline: reason,
  depart: step,
  arrive: step,
  'start-work': step,
  load: step,
  'reach-destination': step,
  complete: fc.record(
    {
      mileageKm: fc.nat({ max: 300 }),
      collectedFen: fen,
      collectedMethod: fc.constantFrom('settlement-cash', 'settlement-wechat'),
      extras,
      outlays,
      note,
    },
    optional,
  ),
  'empty-run': fc.record(
    {
      reason: fc.constantFrom('客户取消', '到达后车辆已离开'),
      mileageKm: fc.nat({ max: 300 }),
      extras,
      outlays,
    },
    { requiredKeys: ['reason'] },
  ),
  void: reason,
  'send-sms': fc.record(
    {
      templateId: fc.constantFrom('sms-dispatched', 'sms-rate', 'sms-rate', 'sms-delay', 'service-tow'),
      phone: fc.constantFrom('13900000000', '139 0000 0000', '0571-80000000'),
      params: fc.record({ driverPhone: fc.constant('13800000001') }, optional),
    },
    { requiredKeys: ['templateId', 'phone'] },
  ),
  // The first lines of a story, where it writes to somebody at once.
  'report-sms': fc.record({
    messageId: fc.integer({ min: 1, max: 4 }).map((index) => `order-1-command-${index}`),
    state: fc.constantFrom(...messageStates),
  }),
  'add-photo': photo,
  'remove-photo': fc.record({ photoId }),
  'confirm-result': fc.record({ returnRemark: note }),
  rate: fc.record({ stars: fc.integer({ min: 1, max: 5 }) }),
  'repair-order': repair,
  'refuse-notice': reason,
  'send-back': reason,
  resubmit: fc.record({ note }, optional),
  verify: price,
  'approve-price': approval,
  'post-payment': fc.record({ receivedFen: fen, method }),
  'settle-rest': fc.record(
    { receivedFen: fen, method, seenReceivedFen: fen, note },
    { requiredKeys: ['receivedFen', 'method', 'seenReceivedFen'] },
  ),
  'reverse-finance': reason,
  'repair-finance': financeRepair,
};

const said = <Kind extends Told>(type: Kind, ...people: readonly Person[]) =>
  fc
    .record({ who: fc.constantFrom(...people), payload: payloads[type] })
    .map(({ who: one, payload }) => line(one, type, payload));

const facts = ['depart', 'arrive', 'start-work', 'load', 'reach-destination'] as const;
const driven = fc.oneof(...facts.map((type) => said(type, 'driver1', 'driver2')));
const closed = fc.oneof(
  said('complete', 'driver1', 'driver2', 'dispatcher'),
  said('empty-run', 'driver1', 'driver2', 'dispatcher'),
  said('void', 'dispatcher', 'admin'),
);

/** Anybody, anything about an order. */
export const anyLine: fc.Arbitrary<Line> = fc.oneof(
  said('create-order', ...who),
  said('edit-order', ...who),
  said('dispatch', ...who),
  said('recall', ...who),
  said('offer', ...who),
  said('withdraw-offer', ...who),
  said('accept', ...who),
  said('decline', ...who),
  said('depart', ...who),
  said('arrive', ...who),
  said('start-work', ...who),
  said('load', ...who),
  said('reach-destination', ...who),
  said('complete', ...who),
  said('empty-run', ...who),
  said('void', ...who),
  said('send-sms', ...who),
  said('report-sms', ...who),
  said('add-photo', ...who),
  said('remove-photo', ...who),
  said('confirm-result', ...who),
  said('rate', ...who),
  said('repair-order', ...who),
  said('send-back', ...who),
  said('resubmit', ...who),
  said('verify', ...who),
  said('approve-price', ...who),
  said('post-payment', ...who),
  said('settle-rest', ...who),
  said('reverse-finance', ...who),
  said('repair-finance', ...who),
);

const officeLine: fc.Arbitrary<Line> = fc.oneof(
  said('edit-order', 'clerk', 'dispatcher', 'admin'),
  said('dispatch', 'dispatcher', 'admin'),
  said('offer', 'dispatcher', 'admin'),
  said('withdraw-offer', 'dispatcher'),
  said('recall', 'dispatcher'),
);
const driverLine: fc.Arbitrary<Line> = fc.oneof(
  said('accept', 'driver1', 'driver2'),
  said('decline', 'driver1', 'driver2'),
  driven,
  said('add-photo', 'driver1', 'driver2'),
);
const financeLine: fc.Arbitrary<Line> = fc.oneof(
  said('send-back', 'finance', 'finance2'),
  said('resubmit', 'clerk', 'finance'),
  said('verify', 'finance', 'finance2'),
  said('approve-price', 'finance', 'finance2', 'admin'),
  said('post-payment', 'finance', 'admin'),
  said('settle-rest', 'finance', 'admin'),
  said('reverse-finance', 'finance', 'finance2', 'admin'),
  said('repair-finance', 'finance', 'admin'),
);
const afterwards: fc.Arbitrary<Line> = fc.oneof(
  said('send-sms', 'dispatcher'),
  said('report-sms', 'server'),
  said('add-photo', 'clerk', 'driver1'),
  said('remove-photo', 'dispatcher', 'driver1'),
  said('confirm-result', 'dispatcher'),
  said('rate', 'rescued'),
  said('repair-order', 'admin'),
  said('repair-order', 'admin'),
);

/** What comes later, or goes back, of what was posted; of any other amount it is refused. */
const posting = fc
  .record({ receivedFen: fen, method, rest: fc.constantFrom(0, 1, 15_000, -1, -15_000), restMethod: method })
  .map(({ rest, restMethod, ...first }) => [
    line('finance', 'post-payment', first),
    line('finance', 'settle-rest', {
      ...{ receivedFen: rest, method: restMethod, seenReceivedFen: first.receivedFen, note: '一部分' },
    }),
  ]);

/** The way through finance; by chance alone hardly any order would come to its end. */
const settling: fc.Arbitrary<Line[]> = fc
  .tuple(said('verify', 'finance'), said('approve-price', 'finance2'), posting)
  .map(([verify, approve, paid]) => [verify, approve, ...paid]);

/** An order's way with everything that gets in between; usually it is closed, and finance sets to work. */
export const story: fc.Arbitrary<Line[]> = fc
  .tuple(
    fc.array(said('send-sms', 'clerk', 'dispatcher'), { maxLength: 2 }),
    fc.array(fc.oneof(officeLine, driverLine, anyLine), { maxLength: 14 }),
    fc.array(closed, { maxLength: 3 }),
    fc.option(settling, { nil: [] }),
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: financeLine },
        { weight: 3, arbitrary: afterwards },
        { weight: 2, arbitrary: anyLine },
      ),
      { maxLength: 14 },
    ),
  )
  .map((parts) => parts.flat());
