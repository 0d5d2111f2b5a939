// What holds for every order, whoever says whatever in whichever order.
import { Check } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import {
  applied,
  contextOf,
  fc,
  opened,
  personOf,
  play,
  playOne,
  rejectionOf,
  type Turn,
} from '../setup/rules.ts';
import { story } from '../setup/stories.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { cashPayloads } from '#schemas/finance/cash/commands.ts';
import { statementPayloads } from '#schemas/finance/statements/commands.ts';
import { commandTypes, type RepairField } from '#schemas/orders/commands.ts';
import { decide } from '#schemas/orders/decide.ts';
import { evolve, statusOf } from '#schemas/orders/evolve.ts';
import { lifecycle, type Move } from '#schemas/orders/lifecycle.ts';
import { financeStages, isOpen, Order, orderStatuses } from '#schemas/orders/order.ts';
import { currentValue } from '#schemas/orders/repair.ts';

const facts = ['depart', 'arrive', 'start-work', 'load', 'reach-destination', 'complete', 'empty-run'];
const drivers = ['staff-driver1', 'staff-driver2', 'staff-driver3'];

/** Holds a statement against every turn of random stories. */
function always(holds: (turn: Turn, earlier: readonly Turn[]) => void): void {
  const property = fc.property(story, (lines) => {
    const { turns } = play(lines);
    turns.forEach((turn, index) => holds(turn, turns.slice(0, index)));
  });
  fc.assert(property);
}

const eventOf = ({ decision }: Turn) => (decision.ok ? decision.value[0] : undefined);

/** Whom the order was given to, in turn, told from the accepted lines alone. */
const givenTo = (turns: readonly Turn[]): string[] =>
  turns.flatMap((turn) => {
    const event = eventOf(turn);
    const crew = event?.type === 'dispatch' ? event.payload : event?.assignment;
    return crew ? [crew.driverId] : [];
  });

/** Whom it was offered to, by then. */
const offeredTo = (turns: readonly Turn[]): string[] =>
  turns.flatMap((turn) => {
    const event = eventOf(turn);
    return event?.type === 'offer' ? event.payload.to.map(({ driverId }) => driverId) : [];
  });

const askedBy = (turns: readonly Turn[]): string[] => [...givenTo(turns), ...offeredTo(turns)];

function holderAfter(turns: readonly Turn[]): string | undefined {
  const last = turns
    .map(eventOf)
    .findLast(
      (event) =>
        event?.type === 'dispatch' ||
        event?.type === 'recall' ||
        event?.assignment ||
        (event?.type === 'decline' && event.status),
    );
  return last?.type === 'dispatch' ? last.payload.driverId : last?.assignment?.driverId;
}

describe('the stories', () => {
  test('lead into every status and every finance stage, by every command', () => {
    const orders = fc.sample(story, { seed: 7, numRuns: 6000 }).flatMap((lines) => {
      return play(lines).turns.map(({ after }) => after);
    });
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(orderStatuses));
    expect(new Set(orders.map(({ finance }) => finance.stage))).toEqual(new Set(financeStages));
    const said = new Set(orders.flatMap(({ timeline }) => timeline.map(({ type }) => type)));
    // A notice that is refused becomes no order; what is about several orders has stories of its own.
    const elsewhere = ['refuse-notice', ...Object.keys({ ...statementPayloads, ...cashPayloads })];
    expect([...said].sort()).toEqual(commandTypes.filter((type) => !elsewhere.includes(type)).sort());
  });
});

describe('an order', () => {
  test('fits its schema at every moment', () => {
    always(({ after }) => {
      expect(Check(Order, after)).toBe(true);
    });
  });

  test('has the status that its timeline tells', () => {
    always(({ after }) => {
      expect(after.status).toBe(statusOf(after.timeline));
    });
  });

  test('has the status that the life-cycle table gives, read without the rules', () => {
    always((turn, earlier) => {
      expect(turn.after.status).toBe(statusByTable(turn, earlier));
    });
  });

  test('has one timeline entry for each command that was applied', () => {
    always(({ after }, earlier) => {
      expect(new Set(after.timeline.map(({ id }) => id)).size).toBe(after.timeline.length);
      expect(after.timeline.length).toBeLessThanOrEqual(earlier.length + 2);
    });
  });

  test('never opens again, and once completed or ended empty stays so, unless it is repaired', () => {
    always(({ before, after, command }) => {
      if (command.type === 'repair-order') return;
      if (!isOpen(before.status)) expect(isOpen(after.status)).toBe(false);
      if (before.status === 'completed' || before.status === 'empty-run')
        expect(after.status).toBe(before.status);
    });
  });

  test('leaves `voided` only by what a driver reports to have done, unless it is repaired', () => {
    always((turn) => {
      if (turn.command.type === 'repair-order') return;
      if (turn.before.status !== 'voided' || turn.after.status === 'voided') return;
      expect(['complete', 'empty-run']).toContain(turn.command.type);
      expect(drivers).toContain(personOf(turn.line.who).id);
      expect(eventOf(turn)?.flag).toMatch(/-after-void$/);
    });
  });

  test('has a driver exactly from its dispatch on, while it is open', () => {
    always(({ after }) => {
      if (isOpen(after.status)) expect(after.assignment === undefined).toBe(after.status === 'pending');
    });
  });

  test('is on offer only while it is pending, to somebody who has not declined', () => {
    always(({ after: { status, offer, assignment } }) => {
      if (!offer) return;
      expect([status, assignment]).toEqual(['pending', undefined]);
      expect(offer.to.filter(({ declined }) => declined === undefined)).not.toEqual([]);
    });
  });

  test('goes by an offer to one who was asked, and to nobody after him', () => {
    always((turn) => {
      const taken = eventOf(turn)?.assignment;
      if (!taken) return;
      expect(turn.before.offer?.to).toContainEqual(taken);
      expect(taken.driverId).toBe(personOf(turn.line.who).id);
      for (const other of ['driver1', 'driver2', 'driver3'] as const) {
        const again = playOne(turn.after, { who: other, type: 'accept', payload: {} }, 'again');
        expect(again.decision.ok).toBe(false);
      }
    });
  });

  test('waits for a confirmation only where it has ended and counts', () => {
    always(({ after: { status, confirmation } }) => {
      const counts = status === 'completed' || status === 'empty-run';
      if (confirmation) expect(confirmation.state === 'expected').toBe(!counts);
    });
  });

  test('is rated once at most, by nobody of the staff', () => {
    always(({ after: { timeline } }) => {
      const ratings = timeline.filter(({ type }) => type === 'rate');
      expect(ratings.length).toBeLessThanOrEqual(1);
      for (const { by } of ratings) expect(by).toBe('rescued-person');
    });
  });

  test('is repaired by nobody without the permission, and says before and after', () => {
    always((turn) => {
      const event = eventOf(turn);
      if (event?.type !== 'repair-order') return;
      expect(personOf(turn.line.who).permissions).toContain('orders.repair');
      expect(event.changes?.length).toBeGreaterThan(0);
      for (const { before, after } of event.changes ?? []) expect(equalJson(before, after)).toBe(false);
      for (const { field, after } of event.changes ?? [])
        expect(currentValue(turn.after, field as RepairField, event.payload.patch)).toEqual(after);
    });
  });

  test('keeps its earlier timeline, whatever is repaired', () => {
    always(({ before, after }) => {
      expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
    });
  });

  test('has a result exactly when it is closed', () => {
    always(({ after }) => {
      expect(after.result === undefined).toBe(isOpen(after.status));
    });
  });
});

const isFelt = ({ decision }: Turn): boolean => decision.ok && decision.value.length > 0;

describe('a command', () => {
  test('changes nothing when it is applied twice, at once or at the end', () => {
    always(({ command, line, decision, after }) => {
      if (!decision.ok) return;
      expect(decide(after, command, contextOf(line.who))).toEqual({ ok: true, value: [] });
    });
    const late = fc.property(story, (lines) => {
      const { turns, order } = play(lines);
      // What changed nothing leaves nothing to know it by: there the server's list of commands has its verdict.
      for (const { command, line, decision } of turns.filter(isFelt)) {
        const again = decide(order, command, contextOf(line.who));
        const isSilent = again.ok ? again.value.length === 0 : again.error.code === 'order-not-found';
        expect([decision, isSilent]).toEqual([decision, true]);
      }
    });
    fc.assert(late);
  });

  test('is judged alike every time, and changes nothing that it was given', () => {
    // Everything handed to the rules is frozen: a write would throw.
    always((turn) => {
      const again = playOne(turn.before, turn.line, turn.command.id);
      expect(again).toEqual(turn);
    });
  });

  test('makes at most one event, signed by its sender and carrying its id', () => {
    always(({ command, decision, line }) => {
      if (!decision.ok) return;
      expect(decision.value.length).toBeLessThanOrEqual(1);
      for (const event of decision.value)
        expect([event.id, event.by]).toEqual([command.id, personOf(line.who).id]);
    });
  });

  test('on another order makes no difference to this one', () => {
    const property = fc.property(story, story, (one, other) => {
      const apart = [play(one, 'order-1').order, play(other, 'order-2').order];
      const orders = [opened('order-1'), opened('order-2')] as const;
      expect(interleaved(orders, one, other)).toEqual(apart);
    });
    fc.assert(property);
  });
});

describe('a fact of a driver who has or had the order, or was asked', () => {
  test('is never refused', () => {
    always((turn, earlier) => {
      const isDrivers = askedBy(earlier).includes(personOf(turn.line.who).id);
      if (isDrivers && facts.includes(turn.command.type)) expect(turn.decision.ok).toBe(true);
    });
  });

  test('is flagged when it comes from one whom the order was taken from', () => {
    always((turn, earlier) => {
      const { id } = personOf(turn.line.who);
      if (!facts.includes(turn.command.type) || !askedBy(earlier).includes(id)) return;
      if (holderAfter(earlier) !== id) expect(eventOf(turn)?.flag).toBeDefined();
    });
  });

  test('of one whom it was taken from moves the order only by closing it', () => {
    always((turn, earlier) => {
      const { id } = personOf(turn.line.who);
      if (!drivers.includes(id) || holderAfter(earlier) === id || turn.after.status === turn.before.status)
        return;
      expect(['complete', 'empty-run', 'accept']).toContain(turn.command.type);
    });
  });
});

describe('a person who cannot reach the order', () => {
  test('gets the answer for an order that is missing, whatever is sent', () => {
    always(({ line, command, before, decision }, earlier) => {
      const actor = personOf(line.who);
      const byOutlet =
        actor.permissions.includes('orders.view') &&
        (actor.permissions.includes('outlets.all') || actor.outletIds.includes(before.outletId));
      if (byOutlet || askedBy(earlier).includes(actor.id) || command.type === 'create-order') return;
      if (actor.outsider) return;
      expect(rejectionOf(decision)).toEqual({ code: 'order-not-found' });
      expect(decision).toEqual(decide(null, command, contextOf(line.who)));
    });
  });
});

describe('finance', () => {
  test('begins only when the order is completed or ended empty', () => {
    always(({ after }) => {
      if (after.finance.stage !== 'unverified') expect(['completed', 'empty-run']).toContain(after.status);
    });
  });

  test('has two different people behind every price', () => {
    always(({ after: { finance } }) => {
      const isPriced = finance.stage === 'priced' || finance.stage === 'posted';
      expect(finance.verifiedBy !== undefined).toBe(finance.stage !== 'unverified');
      expect(finance.approvedBy !== undefined).toBe(isPriced);
      expect(finance.postedBy !== undefined).toBe(finance.stage === 'posted');
      if (isPriced) expect(finance.approvedBy).not.toBe(finance.verifiedBy);
    });
  });
});

/** Follows the table with a memory of its own for who holds the order. */
function statusByTable(turn: Turn, earlier: readonly Turn[]) {
  const event = eventOf(turn);
  if (event?.type === 'repair-order') return event.payload.patch.status ?? turn.before.status;
  const move = event && moveByHand(turn, earlier);
  if (!move) return turn.before.status;
  const cell = lifecycle[move][turn.before.status];
  expect(cell.go).toBe(true);
  const isLate =
    move !== 'accept-offer' && askedBy(earlier).includes(event.by) && holderAfter(earlier) !== event.by;
  const moves = !isLate || move === 'complete-by-driver' || move === 'empty-run-by-driver';
  return cell.go && cell.next && moves ? cell.next : turn.before.status;
}

function moveByHand(turn: Turn, earlier: readonly Turn[]): Move | undefined {
  const { command, line } = turn;
  const { type } = command;
  if (type === 'accept' && eventOf(turn)?.assignment) return 'accept-offer';
  if (type === 'decline' && holderAfter(earlier) !== personOf(line.who).id) return 'decline-offer';
  const side = askedBy(earlier).includes(personOf(line.who).id) ? 'driver' : 'office';
  // What finance sent back is edited whatever its status, and keeps it.
  if (type === 'edit-order') return turn.before.sentBack ? undefined : 'edit';
  if (type === 'complete' || type === 'empty-run') return `${type}-by-${side}`;
  if (type === 'confirm-result') return 'confirm';
  const isMove = (name: string): name is Move => Object.hasOwn(lifecycle, name);
  return isMove(type) ? type : undefined;
}

/** Plays two stories at once, a line of each in turn. */
function interleaved(
  [first, second]: readonly [Order, Order],
  one: Parameters<typeof play>[0],
  other: typeof one,
): Order[] {
  let orders: [Order, Order] = [first, second];
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const next = ([0, 1] as const).map((which) => {
      const said = [one, other][which]?.[index];
      const before = orders[which];
      return said ? playOne(before, said, `${before.id}-command-${index + 2}`).after : before;
    });
    orders = [next[0] ?? orders[0], next[1] ?? orders[1]];
  }
  return orders;
}

describe('the fold', () => {
  test('of the events, from nothing, is the order', () => {
    const property = fc.property(story, (lines) => {
      const { turns, order } = play(lines);
      const events = turns.flatMap(({ decision }) => (decision.ok ? decision.value : []));
      expect(applied(opened(), events)).toEqual(order);
      expect(JSON.parse(JSON.stringify(events)).reduce(evolve, opened())).toEqual(order);
    });
    fc.assert(property);
  });
});
