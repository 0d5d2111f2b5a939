// What the demo company did in the thirty days before it is first shown, as the commands its people's devices
// would have sent. Nothing goes past the rules: the commands are executed like any others.
import { aftermathOf } from './history/aftermath.ts';
import { boardAt } from './history/board.ts';
import { day, hour, minute, momentOfCall } from './history/clock.ts';
import { callMix } from './history/details.ts';
import { handoversOf } from './history/handovers.ts';
import { seededRandom, type Random } from './history/random.ts';
import { busyUntil, callOf, isOver, preordered, rescueOf, type Rescue } from './history/rescue.ts';
import { sentBackLately } from './history/returned.ts';
import { roster, type Roster } from './history/roster.ts';
import { commandsOf, type Deed, type DemoCommand } from './history/script.ts';
import { settlementOf } from './history/settlement.ts';
import { withStatements } from './history/statements.ts';
import { rareStories, usualStories, type Story } from './history/stories.ts';

export type { DemoCommand };

const usualOrders = 310;
const reservedPart = 0.05;
const length = 30 * day;

interface Setting {
  readonly now: number;
  readonly crews: Roster;
  readonly random: Random;
}

/**
 * Sorted by the time at which the server has each.
 * @param now ISO instant; nothing happens after it
 * @param seed any whole number; the same one and the same `now` give the same history
 */
export function demoHistory(wanted: { readonly now: string; readonly seed: number }): DemoCommand[] {
  const now = Date.parse(wanted.now);
  const random = seededRandom(wanted.seed);
  const setting = { now, random, crews: roster() };
  const orders = [...boardAt(now, setting.crews, random), ...rareOrders(setting), ...closedOrders(setting)];
  const handovers = handoversOf(orders, random);
  const deeds = [...withStatements(orders, now, random), ...handovers, ...sentBackLately(orders, now)];
  return commandsOf(
    deeds.filter(({ at }) => at <= now),
    random,
  );
}

/** Hours apart, so that the board of the last two days holds them all. */
function rareOrders(setting: Setting): Deed[] {
  return rareStories.flatMap((story, index) => {
    let at = setting.now - (5 + index * 9) * hour;
    return insist(() => tell(story, (at -= setting.random.whole(2 * minute, 9 * minute)), setting));
  });
}

function closedOrders(setting: Setting): Deed[] {
  const { now, random } = setting;
  return Array.from({ length: usualOrders }, () => {
    const story = random.weighted(usualStories);
    return insist(() => tell(story, momentOfCall(now - length, now, random), setting));
  }).flat();
}

/** Everything about one order; undefined when it could not have gone like this at that time. */
function tell(story: Story, startsAt: number, { now, crews, random }: Setting): Deed[] | undefined {
  const outletId = random.chance(0.58) ? 'outlet-gongshu' : 'outlet-binjiang';
  const call = callOf(outletId, random.weighted(callMix), random);
  const answer = isOver(call, startsAt, now) ? rescueOf(call, startsAt, crews, random) : undefined;
  if (!answer) return undefined;
  const rescue = random.chance(reservedPart) ? preordered(answer, random) : answer;
  const deeds = story(rescue, random);
  if (!deeds) return undefined;
  book(rescue, deeds, crews);
  return [...deeds, ...aftermathOf(rescue, deeds, random), ...settlementOf(rescue, deeds, random)];
}

function book(rescue: Rescue, deeds: readonly Deed[], crews: Roster): void {
  for (const crew of [rescue.crew, rescue.spare]) {
    if (crew && deeds.some(({ actorId }) => actorId === crew.driverId))
      crews.book(crew, rescue.startsAt, busyUntil(rescue, rescue.startsAt));
  }
}

function insist<Value>(attempt: () => Value | undefined): Value {
  for (;;) {
    const value = attempt();
    if (value !== undefined) return value;
  }
}
