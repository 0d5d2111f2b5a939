// A customer's rates as they are worked on: which row is open, and what may still be done with each. A rate that has
// begun is looked at, ended, or followed by another version; only one that is still to come is edited.
import { createMemo, createSignal, type Accessor } from 'solid-js';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import { hasBegun } from '#schemas/finance/rate-validity.ts';
import { useCommands } from '../data/commands.ts';
import { useToday } from '../records/today.ts';
import type { CustomerForm } from './customer-fields.tsx';

export interface Rates {
  /** Where each stands in the form, the later valid ones first. */
  readonly order: Accessor<readonly number[]>;
  readonly openIndex: Accessor<number | undefined>;
  /** Just added: whoever added it goes on in it. */
  isFresh(index: number): boolean;
  isSaved(index: number): boolean;
  isBegun(index: number): boolean;
  toggle(index: number): void;
  add(): void;
  /** The same prices again, to be changed, from tomorrow on. */
  follow(index: number): void;
  remove(index: number): void;
}

/** @param stored as they are saved: of these some have begun */
export function createRates(form: CustomerForm, stored: Accessor<readonly RateCard[]>): Rates {
  const today = useToday();
  const { newId } = useCommands();
  const rows = form.rows('rateCards');
  const [openIndex, setOpenIndex] = createSignal<number>();
  const [fresh, setFresh] = createSignal<number>();
  const at = (index: number) => form.values.rateCards?.[index];
  const storedAt = (index: number) => stored().find(({ id }) => id === at(index)?.id);
  const put = (card: RateCard): void => {
    const index = rows.items().length;
    setFresh(index);
    setOpenIndex(index);
    rows.add(card);
  };
  return {
    openIndex,
    isFresh: (index) => fresh() === index,
    order: createMemo(() => newestFirst(rows.items().map((card) => card.validFrom ?? ''))),
    isSaved: (index) => storedAt(index) !== undefined,
    isBegun: (index) => {
      const card = storedAt(index);
      return card !== undefined && hasBegun(card, today());
    },
    toggle: (index) => {
      setFresh(undefined);
      setOpenIndex((open) => (open === index ? undefined : index));
    },
    add: () => put({ ...blankRate(today()), id: newId() }),
    follow: (index) => {
      const before = at(index);
      if (before) put(nextVersion(JSON.parse(JSON.stringify(before)) as RateCard, newId(), today()));
    },
    remove: (index) => {
      setFresh(undefined);
      setOpenIndex(undefined);
      rows.remove(index);
    },
  };
}

function newestFirst(days: readonly string[]): number[] {
  const indexes = days.map((_, index) => index);
  return indexes.sort((a, b) => ((days[a] ?? '') < (days[b] ?? '') ? 1 : -1));
}

const blankRate = (today: string): Omit<RateCard, 'id'> => ({
  ...{ serviceIds: [], version: 1, validFrom: today, extras: [], tolls: 'at-cost' },
  ...{ startFen: 0, includedKm: 0, emptyRunFen: 0, kmFen: { out: 0, tow: 0, back: 0, empty: 0 } },
});

function nextVersion({ validUntil: _, ...card }: RateCard, id: string, today: string): RateCard {
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { ...card, id, version: card.version + 1, validFrom: tomorrow };
}
