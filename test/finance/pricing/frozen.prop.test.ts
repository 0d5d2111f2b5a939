// An edited rate never changes an old order: what was verified keeps its lines and its amount whatever becomes of the
// customer's rates and of the catalog, and what is proposed for a closed order is by the rate of its day.
import { describe, expect, test } from 'vitest';
import { bookOf, extras, fen, outlays, rate, work } from '../../setup/prices.ts';
import {
  applied,
  approved,
  driver1,
  created,
  dispatched,
  fc,
  findIn,
  judge,
  line,
  posted,
  reversed,
  told,
  type Line,
} from '../../setup/rules.ts';
import { companyDocuments } from '../../setup/company.ts';
import { startLines } from '../../../client/finance/draft-lines.ts';
import type { Filed } from '../../../sync-server/company/found.ts';
import { totalFen } from '#schemas/core/money.ts';
import { priceOf } from '#schemas/finance/pricing/price.ts';
import { workOf } from '#schemas/finance/pricing/work-done.ts';
import { objectionsToRateChange } from '#schemas/finance/rate-validity.ts';
import type { PriceLine } from '#schemas/finance/lines.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import type { Find } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';

const outlet = { lng: 120.15, lat: 30.27 };
const tow = { needsDestination: true };

/** The catalog and the customer as somebody has changed them: prices, what is disabled, what is gone, other rates. */
interface Edited {
  readonly unitFen: number;
  readonly disabled: boolean;
  readonly gone: boolean;
  readonly rateCards: RateCard[];
}

const edited: fc.Arbitrary<Edited> = fc.record({
  unitFen: fen,
  disabled: fc.boolean(),
  gone: fc.boolean(),
  rateCards: fc.array(rate, { maxLength: 2 }),
});

const isPriced = ({ document }: Filed): boolean => 'type' in document && document.type === 'price-item';

function findAfter({ unitFen, disabled, gone, rateCards }: Edited): Find {
  const changed = companyDocuments.flatMap((filed) => {
    if (isPriced(filed)) return [{ ...filed, document: { ...filed.document, unitFen, disabled } } as Filed];
    const isCustomer = filed.collection === 'customers';
    return isCustomer ? [{ ...filed, document: { ...filed.document, rateCards } } as Filed] : [];
  });
  const find = findIn(changed);
  const isGone = (id: string) => gone && id.startsWith('price-item-');
  return (collection, id) => (isGone(id) ? undefined : find(collection, id));
}

type Payload = CommandPayload<'complete'>;

/** Closed by its driver with what he reported, and verified as its price was proposed. */
function verifiedBy(cards: readonly RateCard[], payload: Payload): Order {
  const closed = told(created, dispatched, driver1('depart'), line('driver1', 'complete', payload));
  const lines = priceOf(workOf(closed, { service: tow, outlet }).work, bookOf(cards));
  const verify = line('finance', 'verify', {
    ...{ lines, amountFen: totalFen(lines), method: 'settlement-monthly' },
  });
  return next(closed, verify, findIn());
}

function next(order: Order, said: Line, find: Find): Order {
  const decision = judge(order, said, { find });
  if (!decision.ok) throw new Error(`${said.type}: ${decision.error.code} ${decision.error.detail ?? ''}`);
  return applied(order, decision.value) ?? order;
}

const payload: fc.Arbitrary<Payload> = fc.record({
  extras: extras.map((all) => all.map(({ itemId, quantity }) => ({ item: itemId, quantity }))),
  outlays: outlays.map((all) => all.map(({ itemId, amountFen }) => ({ item: itemId, amountFen }))),
});
const cards = fc.array(rate, { maxLength: 2 });

describe('an order that was verified', () => {
  test('keeps its lines and its amount, at whichever stage, when rates and catalog are edited', () => {
    const property = fc.property(cards, payload, edited, (before, reported, after) => {
      const order = verifiedBy(before, reported);
      const { lines = [], amountFen } = structuredClone(order.finance);
      const find = findAfter(after);
      const way = [approved, posted, reversed, reversed, reversed];
      let now = order;
      for (const said of way) {
        now = next(now, said, find);
        expect(now.finance.lines).toEqual(lines);
        expect(now.finance.amountFen).toBe(
          ['priced', 'posted'].includes(now.finance.stage) ? approved.payload.amountFen : amountFen,
        );
      }
      expect(now.finance.stage).toBe('unverified');
    });
    fc.assert(property);
  });

  test('begins with these lines again when it was taken back, not with what the rates say by then', () => {
    const property = fc.property(cards, payload, cards, (before, reported, after) => {
      const back = next(verifiedBy(before, reported), reversed, findIn());
      const proposed = priceOf(workOf(back, { service: tow, outlet }).work, bookOf(after));
      const { lines = [] } = back.finance;
      if (lines.length === 0) return;
      expect(startLines(back, proposed)).toMatchObject(
        lines.map(({ item, quantity, reason }) => ({ item, quantity, reason })),
      );
    });
    fc.assert(property);
  });
});

const dayOf = (days: number): string => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

/** Of one service, one after the other; some end before the next one begins, some versions are for all services. */
const versions = fc
  .uniqueArray(fc.record({ from: fc.nat({ max: 60 }), ends: fc.boolean(), card: rate }), {
    ...{ selector: ({ from }) => from, minLength: 1, maxLength: 6 },
  })
  .map((all) => all.toSorted((a, b) => a.from - b.from))
  .map((all) =>
    all.map(({ from, ends, card }, index): RateCard => {
      const following = all[index + 1]?.from ?? from + 20;
      return {
        ...{ ...card, id: `card-${index}`, version: index + 1, serviceIds: ['service-tow'] },
        validFrom: dayOf(from),
        ...(ends && { validUntil: dayOf(Math.max(from, following - 2)) }),
      };
    }),
  );

/** Read without the rules: the last that had begun by then and has not ended. */
function cardOf(all: readonly RateCard[], day: string): RateCard | undefined {
  let found: RateCard | undefined;
  for (const card of all) {
    const isValid = card.validFrom <= day && day <= (card.validUntil ?? '9999-12-31');
    if (isValid && (!found || card.validFrom > found.validFrom)) found = card;
  }
  return found;
}

/** Noon of Shanghai; and half an hour after its midnight, when it is the day before by the server's clock. */
const moment = fc.record({ days: fc.nat({ max: 70 }), early: fc.boolean() }).map(({ days, early }) => ({
  days,
  day: dayOf(days),
  at: early ? `${dayOf(days - 1)}T16:30:00Z` : `${dayOf(days)}T04:00:00Z`,
}));

describe('what is proposed for an order', () => {
  test('is by the rate that was valid on its day, however many versions came later', () => {
    const property = fc.property(versions, work, moment, (all, done, { day, at }) => {
      const rescue = { ...done, serviceId: 'service-tow', at };
      const card = cardOf(all, day);
      const lines = priceOf(rescue, bookOf(all));
      // Of extra work that the rate does not name nothing was agreed.
      const isAgreed = ({ item, reason }: PriceLine): boolean =>
        reason?.rule !== 'extra' || card?.extras.some(({ itemId }) => itemId === item) === true;
      expect(lines.map(({ reason }) => reason?.rate)).toEqual(
        lines.map((line) => (card && isAgreed(line) ? { id: card.id, version: card.version } : undefined)),
      );
      const begun = all.filter(({ validFrom }) => validFrom <= day);
      expect(priceOf(rescue, bookOf(all))).toEqual(priceOf(rescue, bookOf(begun)));
    });
    fc.assert(property);
  });

  test('stays the same after every edit of the rates that is allowed afterwards and begins afterwards', () => {
    const change = fc.record({
      keep: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      end: fc.option(fc.nat({ max: 20 })),
      added: rate,
    });
    const property = fc.property(versions, work, moment, change, (all, done, { days, at }, how) => {
      const rescue = { ...done, serviceId: 'service-tow', at };
      const today = dayOf(days + 1);
      const after = [
        ...all
          .filter(({ validFrom }, index) => validFrom < today || how.keep[index])
          .map((card) => endedOn(card, how.end, days + 1)),
        { ...how.added, id: 'added', serviceIds: ['service-tow'], version: 99, validFrom: today },
      ];
      expect(objectionsToRateChange(all, after, today)).toEqual([]);
      expect(priceOf(rescue, bookOf(after))).toEqual(priceOf(rescue, bookOf(all)));
    });
    fc.assert(property);
  });
});

/** Of a card that has begun and not ended, the last day may be set to one that has not passed. */
function endedOn(card: RateCard, after: number | null, today: number): RateCard {
  const isOver = (card.validUntil ?? dayOf(today)) < dayOf(today);
  if (after === null || card.validFrom >= dayOf(today) || isOver) return card;
  return { ...card, validUntil: dayOf(today + after) };
}
