// The registry of codes holds no dead entry: each is what some rule answers.
import { describe, expect, test } from 'vitest';
import {
  approved,
  completed,
  confirmed,
  continued,
  created,
  createdForInsurer,
  dispatched,
  driver1,
  emptyRun,
  findIn,
  judge,
  type Line,
  line,
  offered,
  posted,
  rated,
  redispatched,
  rejectionOf,
  repair,
  restSettled,
  resubmitted,
  sentBack,
  told,
  verified,
  voided,
  wayTo,
} from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import { findWith, notice } from '../setup/notices.ts';
import {
  attentionCodeList,
  attentionCodes,
  rejectionCodeList,
  rejectionCodes,
  type AttentionCode,
  type Rejection,
  type RejectionCode,
} from '#schemas/core/codes.ts';
import { problemCodes } from '#schemas/core/problem-codes.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { Find } from '#schemas/orders/events.ts';
import { lifecycle, type Cell } from '#schemas/orders/lifecycle.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import type { Order } from '#schemas/orders/order.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { mostPhotos, type Photo } from '#schemas/photos/photo.ts';

/** Said where documents and commands come in, not by the rules about orders. */
const saidOfDocuments = [
  ...['delete-refused', 'invalid-document', 'sender-disabled', 'server-fault', 'conflicts-full'],
] as const;
/** Said of reference data: test/reference/objections.test.ts has an example of each. */
const saidOfReferences = [
  ...['in-use', 'deleted-meanwhile', 'not-unique', 'last-administrator', 'own-account', 'role-missing'],
  ...['invalid-hours', 'invalid-email', 'invalid-plate', 'invalid-network-address', 'invalid-validity'],
  ...['rates-overlap', 'rate-begun'],
] as const;
/** Said of statements: test/finance/statements.test.ts has an example of each. */
const saidOfStatements = [
  ...['statement-not-found', 'on-statement', 'other-customer', 'wrong-statement-state', 'statement-empty'],
  ...['statement-changed', 'credit-short', 'credit-used'],
  ...['statement-full', 'line-not-found', 'line-stale', 'dispute-open', 'no-dispute', 'money-received'],
  ...['receipt-not-found', 'difference-unexplained', 'allocation-wrong', 'adjustment-wrong'],
] as const;
/** Said of drivers' cash: test/finance/cash.test.ts has an example of each. */
const saidOfCash = ['handover-not-found', 'handover-exists', 'cash-counted'] as const;
/** Said of repairs of finance: test/finance/repair.test.ts. */
const saidOfFinanceRepairs = ['month-closed'] as const;
type SaidByRules = Exclude<
  RejectionCode,
  | (typeof saidOfDocuments)[number]
  | (typeof saidOfReferences)[number]
  | (typeof saidOfStatements)[number]
  | (typeof saidOfCash)[number]
  | (typeof saidOfFinanceRepairs)[number]
>;

const refused = (order: Order | null, next: Line) => rejectionOf(judge(order, next));
const create = (changed: Parameters<typeof creation>[0]) => line('clerk', 'create-order', creation(changed));
const edit = (note: string) => line('clerk', 'edit-order', { patch: { note }, base: {} });

function unparsed(type: string): Rejection {
  const at = '2026-03-01T08:00:00Z';
  const parsed = parseCommand({ id: 'c', n: 1, deviceId: 'd', type, orderId: 'o', at, payload: {} });
  return rejectionOf(parsed.ok ? { ok: true, value: [] } : parsed);
}

function withServiceDisabled(): Rejection {
  const service = findIn()('catalog', 'service-tow');
  if (!service) throw new Error('There is no service-tow');
  const find = findIn([{ collection: 'catalog', document: { ...service, disabled: true } }]);
  return rejectionOf(judge(null, created, { find }));
}

function ofNotice(one: Notice | undefined): Rejection {
  const fromNotice = create({ noticeId: 'notice-1' });
  return rejectionOf(judge(null, fromNotice, one ? { find: findWith(one) } : {}));
}

const example: Record<SaidByRules, () => Rejection> = {
  'invalid-command': () => unparsed('void'),
  'unknown-command': () => unparsed('undo'),
  'not-permitted': () => refused(told(created), line('clerk', 'void', { reason: 'x' })),
  'order-not-found': () => refused(null, voided),
  'order-exists': () => refused(told(created), created),
  'outlet-not-yours': () => refused(null, create({ outletId: 'outlet-2' })),
  'unknown-reference': () => refused(null, create({ serviceId: 'service-none' })),
  'disabled-reference': withServiceDisabled,
  'not-a-driver': () =>
    refused(
      told(created),
      line('dispatcher', 'dispatch', { vehicleId: 'vehicle-1', driverId: 'staff-clerk' }),
    ),
  'scheduled-time-missing': () => refused(null, create({ kind: 'reservation' })),
  // A pending order has no driver who could say it: the table’s answer to what cannot happen.
  'not-dispatched': () => rejectionIn(lifecycle.accept.pending),
  'already-dispatched': () => refused(told(...wayTo.dispatched), offered),
  'dispatched-meanwhile': () =>
    refused(
      told(...wayTo.dispatched),
      line('dispatcher', 'dispatch', { ...redispatched.payload, seen: null }),
    ),
  'no-offer': () => refused(told(created), line('dispatcher', 'withdraw-offer', {})),
  'offer-taken': () => refused(told(created, offered, driver1('accept')), line('driver2', 'accept', {})),
  'offer-withdrawn': () =>
    refused(told(created, offered, line('dispatcher', 'withdraw-offer', {})), driver1('accept')),
  'already-accepted': () => refused(told(...wayTo.accepted), driver1('accept')),
  'already-departed': () => refused(told(...wayTo['en-route']), driver1('accept')),
  'not-your-order': () => refused(told(...wayTo.dispatched, redispatched), driver1('accept')),
  'order-completed': () => refused(told(...wayTo.completed), voided),
  'order-ended-empty': () => refused(told(...wayTo['empty-run']), voided),
  'order-voided': () => refused(told(...wayTo.voided), voided),
  'edit-conflict': () => refused(continued(told(created), edit('a')), edit('b')),
  'order-not-closed': () => refused(told(created), verified),
  'wrong-finance-stage': () => refused(told(...wayTo.completed), approved),
  'nothing-open': () => refused(told(...wayTo.completed, verified, approved, posted), restSettled),
  'with-outlet': () => refused(told(...wayTo.completed, sentBack), verified),
  'not-sent-back': () => refused(told(...wayTo.completed), resubmitted),
  'same-person': () =>
    refused(
      continued(told(...wayTo.completed), verified),
      line('finance', 'approve-price', { amountFen: 1 }),
    ),
  'amount-changed': () =>
    refused(
      continued(told(...wayTo.completed), verified),
      line('finance2', 'approve-price', { amountFen: 1, seenFen: 1 }),
    ),
  'notice-not-found': () => ofNotice(undefined),
  'notice-converted': () => ofNotice(notice({ state: 'converted', orderId: 'order-2' })),
  'notice-refused': () => ofNotice(notice({ state: 'refused', reason: 'x' })),
  'amount-mismatch': () => refused(told(...wayTo.completed), mismatched),
  'order-not-ended': () => refused(told(createdForInsurer), confirmed),
  'no-confirmation-needed': () => refused(told(...wayTo.completed), confirmed),
  'link-needed': () => refused(told(...wayTo.completed), line('admin', 'rate', { stars: 5 })),
  'already-rated': () => refused(told(...wayTo.completed, rated(5)), rated(1)),
  'phone-not-mobile': () => refused(told(created), message({ phone: '0571-80000000' })),
  'sms-field-missing': () => refused(told(created), message({ templateId: 'sms-delay' })),
  'sms-too-long': () =>
    refused(
      told(created),
      message({ params: Object.fromEntries(all.map((name) => [name, '长'.repeat(200)])) }),
    ),
  'photo-elsewhere': () => rejectionOf(judge(told(created), photo(1), { find: withPhotoElsewhere })),
  'photo-not-found': () => refused(told(created), line('clerk', 'remove-photo', { photoId: photoId(1) })),
  'too-many-photos': () =>
    refused(
      told(created, ...Array.from({ length: mostPhotos }, (_, index) => photo(index))),
      photo(mostPhotos),
    ),
  'finance-started': () =>
    refused(told(...wayTo.completed, verified), repair({ mileageKm: 9 }, { mileageKm: 12.5 })),
  'nothing-to-repair': () => refused(told(created), repair({ serviceId: 'service-tow' })),
  'assignment-missing': () => refused(told(created), repair({ status: 'on-scene' }, { status: 'pending' })),
  'step-times-wrong': () =>
    refused(
      told(created),
      repair(
        { steps: [{ type: 'arrive', at: '2999-01-01T00:00:00Z' }] },
        { steps: [{ type: 'arrive', at: null }] },
      ),
    ),
};

const photoId = (index: number) => `01HZX00000000000000000${String(index).padStart(4, '0')}`;
const photo = (index: number) =>
  line('clerk', 'add-photo', {
    photoId: photoId(index),
    slot: 'scene',
    takenAt: '2026-03-01T08:00:00Z',
    sha256: '0'.repeat(64),
    bytes: 1000,
    kind: 'image/jpeg',
    source: 'file',
  });
const elsewhere: Photo = {
  ...photo(1).payload,
  ...{ id: photoId(1), orderId: 'order-2', outletId: 'outlet-1', by: 'staff-clerk', deviceId: 'device-1' },
  addedAt: '2026-03-01T08:00:00Z',
  state: 'waiting',
};
const withPhotoElsewhere = ((collection, id) =>
  collection === 'photos' ? elsewhere : findIn()(collection, id)) as Find;

const all = ['outlet', 'vehicle', 'pickup', 'driver', 'driverPhone'];
const message = (changed: Partial<CommandPayload<'send-sms'>>) =>
  line('clerk', 'send-sms', { templateId: 'sms-dispatched', phone: '13900000000', ...changed });

const rejectionIn = (cell: Cell): Rejection =>
  rejectionOf(cell.go ? { ok: true, value: [] } : { ok: false, error: cell });

const mismatched = line('finance', 'verify', {
  lines: [{ item: 'price-item-other', quantity: 1, unitFen: 1, amountFen: 1 }],
  amountFen: 2,
  method: 'settlement-cash',
});

const noted: Record<AttentionCode, readonly Line[]> = {
  'completed-after-void': [...wayTo.voided, completed],
  'empty-run-after-void': [...wayTo.voided, emptyRun],
  'driving-after-void': [...wayTo.voided, driver1('depart')],
  'done-by-previous-driver': [created, dispatched, redispatched, driver1('depart')],
  'closed-twice': [...wayTo.completed, emptyRun],
  'cash-differs': [
    ...wayTo.working,
    line('driver1', 'complete', { collectedFen: 20_000 }),
    repair({ status: 'working' }, { status: 'completed' }),
    redispatched,
    line('driver2', 'complete', { collectedFen: 30_000 }),
  ],
  'step-after-close': [...wayTo.completed, driver1('depart')],
  'step-out-of-order': [...wayTo['on-scene'], driver1('depart')],
  declined: [created, dispatched, line('driver1', 'decline', { reason: 'x' })],
  'sent-back': [...wayTo.completed, sentBack],
  'low-rating': [...wayTo.completed, rated(2)],
};

describe('a rejection code', () => {
  test.each(Object.entries(example))('%s is what a rule answers', (code, answer) => {
    expect(answer().code).toBe(code);
  });

  test('is said by a rule about orders or of a pushed document', () => {
    const elsewhere = [
      ...saidOfDocuments,
      ...saidOfReferences,
      ...saidOfStatements,
      ...saidOfCash,
      ...saidOfFinanceRepairs,
    ];
    expect([...Object.keys(example), ...elsewhere].sort()).toEqual([...rejectionCodeList].sort());
  });
});

describe('an attention code', () => {
  test.each(Object.entries(noted))('%s is what an order is flagged with', (code, lines) => {
    const order = told(...lines);
    expect(order.attention.at(-1)?.code).toBe(code);
    expect(order.timeline.at(-1)?.flag).toBe(code);
  });

  test('is in the list of the schema', () => {
    expect(Object.keys(noted).sort()).toEqual([...attentionCodeList].sort());
  });
});

describe('every entry', () => {
  test.each(Object.entries({ ...problemCodes, ...rejectionCodes, ...attentionCodes }))(
    '%s says what happened and what to do, with a status of HTTP',
    (code, { status, title, advice }) => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(code.length).toBeLessThanOrEqual(40);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(advice).toMatch(/\.$/);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(600);
    },
  );

  test('has a code of its own', () => {
    const codes = [problemCodes, rejectionCodes, attentionCodes].flatMap((registry) => Object.keys(registry));
    expect(new Set(codes).size).toBe(codes.length);
  });
});
