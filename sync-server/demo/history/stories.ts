// How rescues go: most as planned, some otherwise. Each story tells who did what; the rules accept them all.
import { rated } from './aftermath.ts';
import { minute } from './clock.ts';
import {
  completedByOffice,
  creation,
  declined,
  dispatched,
  emptyRun,
  noteAdded,
  repaired,
  sentLate,
  stepDeed,
  voided,
  walk,
} from './deeds.ts';
import type { Random } from './random.ts';
import { timeOf, type Rescue } from './rescue.ts';
import type { Crew } from './roster.ts';
import { instant, type Deed } from './script.ts';

/** What happened about one order; undefined where the story needs a second crew and there is none. */
export type Story = (rescue: Rescue, random: Random) => Deed[] | undefined;

const asPlanned: Story = (rescue, random) => [creation(rescue), ...walk(rescue, random)];

const noteAddedMeanwhile: Story = (rescue, random) => [
  creation(rescue),
  noteAdded(
    rescue,
    rescue.createdAt + 40_000,
    random.pick(['车主改在路口等候', '车主要求先报价', '需带备胎扳手']),
  ),
  ...walk(rescue, random),
];

const emptyOnArrival: Story = (rescue, random) => {
  const reason = random.pick(['到达后车辆已离开', '车辆已自行启动', '客户拒绝服务']);
  const at = time(rescue, 'arrive') + random.whole(4, 15) * minute;
  const end = emptyRun(rescue, rescue.crew.driverId, at, reason);
  return [creation(rescue), ...walk(rescue, random, 'arrive'), end];
};

const emptyOnTheWay: Story = (rescue, random) => {
  const end = emptyRun(rescue, rescue.dispatcher, time(rescue, 'arrive'), '到达前客户取消');
  return [creation(rescue), ...walk(rescue, random, 'depart'), end];
};

const voidedAtOnce: Story = (rescue, random) => {
  const reason = random.pick(['客户取消', '重复下单', '客户已自行解决', '价格未谈妥']);
  const end = voided(rescue, rescue.createdAt + random.whole(60, 240) * 1000, reason);
  return [creation(rescue), end];
};

const voidedBeforeDeparture: Story = (rescue, random) => {
  const end = voided(rescue, time(rescue, 'accept') + 20_000, '客户嫌等待过久');
  return [creation(rescue), ...walk(rescue, random, 'accept'), end];
};

const declinedFirst: Story = (rescue, random) => {
  const first = rescue.spare;
  if (!first) return undefined;
  const asked = time(rescue, 'dispatch');
  const reason = random.pick(['正在执行其他任务', '设备不合适', '车辆故障']);
  return [
    creation(rescue),
    dispatched(rescue, first, asked - 50_000),
    declined(rescue, first, asked - 15_000, reason),
    ...walk(rescue, random),
  ];
};

const givenToAnother: Story = (rescue, random) => {
  const first = rescue.spare;
  if (!first) return undefined;
  const asked = time(rescue, 'dispatch');
  return [creation(rescue), dispatched(rescue, first, asked - 50_000), ...walk(rescue, random)];
};

const completedByTelephone: Story = (rescue, random) => [
  creation(rescue),
  ...walk(rescue, random, 'arrive'),
  completedByOffice(rescue, time(rescue, 'complete')),
];

/** One nought too many on the phone; the manager set it right the same hour. */
const mistyped: Story = (rescue, random) => {
  const deeds = walk(rescue, random);
  const end = deeds.at(-1);
  if (end?.draft.type !== 'complete') return undefined;
  const { mileageKm = 0 } = end.draft.payload;
  const typed = {
    ...end,
    draft: { ...end.draft, payload: { ...end.draft.payload, mileageKm: mileageKm * 10 } },
  };
  const repair = repaired(rescue, end.at + random.whole(15, 45) * minute, '里程多输了一个零', {
    patch: { mileageKm },
    base: { mileageKm: mileageKm * 10 },
  });
  return [creation(rescue), ...deeds.slice(0, -1), typed, repair];
};

/** The driver forgot to press; his dispatcher knows from the telephone when he arrived. */
const arrivalForgotten: Story = (rescue, random) => {
  const steps = walk(rescue, random).filter(({ draft }) => draft.type !== 'arrive');
  const at = instant(time(rescue, 'arrive'));
  const repair = repaired(rescue, time(rescue, 'complete') + 20 * minute, '司机到达后忘记点“到达”', {
    patch: { steps: [{ type: 'arrive', at }] },
    base: { steps: [{ type: 'arrive', at: null }] },
  });
  return [creation(rescue), ...steps, repair];
};

/** The wrong one of two orders was voided, and taken back at once. */
const voidedByMistake: Story = (rescue, random) => {
  const before = walk(rescue, random, 'accept');
  const depart = time(rescue, 'depart');
  const moment = time(rescue, 'accept') + (depart - time(rescue, 'accept')) / 3;
  const repair = repaired(rescue, Math.floor(moment + 12_000), '作废时选错了订单', {
    patch: { status: 'accepted' },
    base: { status: 'voided' },
  });
  const rest = walk(rescue, random).filter(({ at }) => at >= depart);
  return [creation(rescue), ...before, voided(rescue, Math.floor(moment), '重复下单'), repair, ...rest];
};

/** How often each happens. */
export const usualStories: readonly (readonly [Story, number])[] = [
  [asPlanned, 76],
  [noteAddedMeanwhile, 5],
  [emptyOnArrival, 4],
  [emptyOnTheWay, 2],
  [voidedAtOnce, 4],
  [voidedBeforeDeparture, 2],
  [declinedFirst, 3],
  [givenToAnother, 2],
  [completedByTelephone, 2],
  [mistyped, 1.5],
  [arrivalForgotten, 1],
  [voidedByMistake, 1],
];

/** The driver was in a basement without network while the office voided the order. */
const completedAfterVoid: Story = (rescue, random) => {
  const voidedAt = time(rescue, 'arrive') + minute;
  const later = time(rescue, 'complete') + 6 * minute;
  const unsent = walk(rescue, random)
    .filter(({ at }) => at >= time(rescue, 'arrive'))
    .map((deed, index) => sentLate(deed, later + index * 300));
  const before = walk(rescue, random, 'depart');
  return [creation(rescue), ...before, voided(rescue, voidedAt, '联系不上客户'), ...unsent];
};

const emptyRunAfterVoid: Story = (rescue, random) => {
  const arrived = time(rescue, 'arrive');
  const voidedAt = voided(rescue, arrived - 2 * minute, '客户取消');
  const end = emptyRun(rescue, rescue.crew.driverId, arrived + 8 * minute, '到达后车辆已离开');
  return [creation(rescue), ...walk(rescue, random, 'arrive'), voidedAt, end];
};

/** The first driver's phone was silent, so another was sent; both came. */
const doneByBoth: Story = (rescue, random) => {
  const second = rescue.spare;
  if (!second) return undefined;
  const { crew } = rescue;
  const late = 12 * minute;
  const givenAt = time(rescue, 'depart') + late;
  return [
    creation(rescue),
    ...walk(rescue, random, 'depart'),
    dispatched(rescue, second, givenAt),
    ...secondOnTheRoad(rescue, second, givenAt, random),
    ...stepsFrom(rescue, 'arrive', crew, random).map((deed) => sentLate(deed, deed.at + late)),
    emptyRun(rescue, second.driverId, time(rescue, 'complete') + 2 * late, '到达后车辆已离开'),
  ];
};

/** It would not start again a street further on; whoever was nearer went there, and both say that they were paid. */
const paidToBoth: Story = (rescue, random) => {
  const second = rescue.spare;
  if (!second) return undefined;
  const done = time(rescue, 'complete');
  const again = repaired(rescue, done + 6 * minute, '客户来电：开出不远又熄火，需再去一次', {
    patch: { status: 'accepted' },
    base: { status: 'completed' },
  });
  const givenAt = done + 7 * minute;
  const end = paidInCash(stepDeed(rescue, 'complete', random, second), 20_000);
  return [
    creation(rescue),
    ...walk(rescue, random, 'start-work'),
    paidInCash(stepDeed(rescue, 'complete', random), 15_000),
    again,
    dispatched(rescue, second, givenAt),
    ...secondOnTheRoad(rescue, second, givenAt, random),
    { ...end, at: givenAt + 17 * minute },
  ];
};

function paidInCash(deed: Deed, collectedFen: number): Deed {
  if (deed.draft.type !== 'complete') return deed;
  const payload = { ...deed.draft.payload, collectedFen, collectedMethod: 'settlement-cash' };
  return { ...deed, draft: { ...deed.draft, payload } };
}

function secondOnTheRoad(rescue: Rescue, second: Crew, from: number, random: Random): Deed[] {
  const accept = stepDeed(rescue, 'accept', random, second);
  const depart = stepDeed(rescue, 'depart', random, second);
  return [
    { ...accept, at: from + 25_000 },
    { ...depart, at: from + 55_000 },
  ];
}

const stepAfterClose: Story = (rescue, random) => {
  const done = time(rescue, 'complete');
  const late = sentLate(stepDeed(rescue, 'start-work', random), done + 7 * minute);
  return [creation(rescue), ...walk(rescue, random, 'arrive'), completedByOffice(rescue, done), late];
};

const stepOutOfOrder: Story = (rescue, random) => {
  const steps = walk(rescue, random);
  const work = time(rescue, 'start-work');
  const sent = steps.map((deed) => (deed.draft.type === 'arrive' ? sentLate(deed, work + 5_000) : deed));
  return [creation(rescue), ...sent];
};

/** The wait was long, and the person says so. */
const waitedTooLong: Story = (rescue, random) => {
  const at = time(rescue, 'complete') + 30 * minute;
  const rating = rated(rescue, at, 1, '等了快一个小时，打电话也没人说得清到哪了');
  return [creation(rescue), ...walk(rescue, random), rating];
};

/** Each is to be found once in the last days, so that what calls for attention can be seen. */
export const rareStories: readonly Story[] = [
  completedAfterVoid,
  stepOutOfOrder,
  doneByBoth,
  emptyRunAfterVoid,
  stepAfterClose,
  waitedTooLong,
  paidToBoth,
];

function stepsFrom(rescue: Rescue, first: 'arrive', crew: Crew, random: Random): Deed[] {
  const from = time(rescue, first);
  return rescue.journey
    .filter(({ after }) => rescue.startsAt + after >= from)
    .map(({ step }) => stepDeed(rescue, step, random, crew));
}

function time(rescue: Rescue, step: Parameters<typeof timeOf>[1]): number {
  return timeOf(rescue, step) ?? rescue.startsAt;
}
