// The charges of a rate that are folded away, and whether one has to look at them.
import { batch } from 'solid-js';
import { blankIsZero, completing } from './blank-is-zero.ts';
import type { CustomerForm } from './customer-fields.tsx';
import type { CustomerStrings } from './strings.ts';

/** When a night begins and ends where nothing else was agreed. */
const usualNight = { from: '22:00', to: '06:00' } as const;

export type MoreFields = ReturnType<typeof createMoreFields>;

export function createMoreFields(form: CustomerForm, index: number, t: CustomerStrings) {
  const fields = {
    ...kilometresOf(form, index, t),
    ...surchargesOf(form, index, t),
    ...limitsOf(form, index, t),
  };
  const extras = form.rows(`rateCards.${index}.extras`);
  const isExtraWrong = (_: unknown, place: number): boolean =>
    form.error(`rateCards.${index}.extras.${place}.itemId`) !== undefined ||
    form.error(`rateCards.${index}.extras.${place}.unitFen`) !== undefined;
  return {
    ...fields,
    /** How many of them charge something. */
    filled: (): number => {
      const { nightPercent, holidayPercent, waitingHour, minimum, maximum, outKm, backKm, emptyKm } = fields;
      const surcharges = [nightPercent, holidayPercent, waitingHour];
      const amounts = [outKm, backKm, emptyKm, ...surcharges, minimum, maximum];
      const charged = amounts.filter(({ value }) => value !== null && value !== 0);
      return charged.length + extras.items().length + (fields.tolls.value === 'included' ? 1 : 0);
    },
    /** Something is wrong with one of them, or somebody else has changed it. */
    isMarked: (): boolean =>
      Object.values(fields).some(({ error, other }) => error !== undefined || other !== undefined) ||
      extras.other() !== undefined ||
      extras.items().some(isExtraWrong),
  };
}

function kilometresOf(form: CustomerForm, index: number, t: CustomerStrings) {
  return {
    outKm: blankIsZero(form.value(`rateCards.${index}.kmFen.out`, t.outKm)),
    backKm: blankIsZero(form.value(`rateCards.${index}.kmFen.back`, t.backKm)),
    emptyKm: blankIsZero(form.value(`rateCards.${index}.kmFen.empty`, t.emptyKm)),
  };
}

function surchargesOf(form: CustomerForm, index: number, t: CustomerStrings) {
  const nightFrom = form.value(`rateCards.${index}.night.from`, t.nightFrom);
  const nightTo = form.value(`rateCards.${index}.night.to`, t.nightTo);
  const nightPercent = form.value(`rateCards.${index}.night.percent`, t.nightPercent);
  const hour = form.value(`rateCards.${index}.waiting.hourFen`, t.waitingHour);
  const free = form.value(`rateCards.${index}.waiting.freeMinutes`, t.waitingFree);
  const beginNight = (): void =>
    batch(() => {
      if (nightFrom.value === null) nightFrom.onChange(usualNight.from);
      if (nightTo.value === null) nightTo.onChange(usualNight.to);
    });
  const zeroIfMissing = (other: typeof hour) => (): void => {
    if (other.value === null) other.onChange(0);
  };
  return {
    ...{ nightFrom, nightTo },
    nightPercent: blankIsZero(completing(nightPercent, beginNight)),
    holidayPercent: form.value(`rateCards.${index}.holidayPercent`, t.holidayPercent),
    waitingHour: blankIsZero(completing(hour, zeroIfMissing(free))),
    waitingFree: blankIsZero(completing(free, zeroIfMissing(hour))),
  };
}

function limitsOf(form: CustomerForm, index: number, t: CustomerStrings) {
  return {
    minimum: form.value(`rateCards.${index}.minimumFen`, t.minimum),
    maximum: form.value(`rateCards.${index}.maximumFen`, t.maximum),
    tolls: form.value(`rateCards.${index}.tolls`, t.tolls),
  };
}
