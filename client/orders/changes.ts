// What a repair changed, in words: names for ids, and both values.
import type { Change } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat, type Format } from '../ui/formatting.tsx';
import { useNames, type Names } from './names.ts';
import { orderStrings, type OrderStrings } from './strings.ts';

export interface ChangeWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Inside components. */
export function useChangeWords(): (change: Change) => ChangeWords {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  return ({ field, before, after }) => {
    const word = (value: unknown): string => valueText(field, value, { t: t(), names, format });
    return { field: wordIn(t().field, field) ?? field, before: word(before), after: word(after) };
  };
}

interface Vocabulary {
  readonly t: OrderStrings;
  readonly names: Names;
  readonly format: Format;
}

function valueText(field: string, value: unknown, words: Vocabulary): string {
  const { t, names, format } = words;
  if (value === null || value === undefined || value === '') return t.nothing;
  if (Array.isArray(value)) return stepsText(value, words);
  if (isRecord(value)) return recordText(value, words);
  if (typeof value === 'number') return field.endsWith('Fen') ? format.money(value) : t.kilometres(value);
  if (typeof value !== 'string') return String(value);
  switch (field) {
    case 'outletId':
      return names.outlet(value);
    case 'customerId':
      return names.customer(value);
    case 'serviceId':
    case 'roadConditionId':
    case 'method':
      return names.catalog(value);
    case 'stage':
      return wordIn(t.stage, value) ?? value;
    case 'status':
      return wordIn(t.status, value) ?? value;
    case 'scheduledAt':
      return format.dateTime(value);
    default:
      return value;
  }
}

function stepsText(steps: readonly unknown[], { t, format }: Vocabulary): string {
  const texts = steps.filter(isRecord).map(({ type, at }) => {
    const time = typeof at === 'string' ? format.short(at) : t.notDone;
    return t.stepAt(wordIn(t.entry, String(type)) ?? String(type), time);
  });
  return texts.join(t.listSeparator);
}

/** A vehicle with its driver, a place, a person or a car. */
function recordText(value: Readonly<Record<string, unknown>>, { t, names, format }: Vocabulary): string {
  const { vehicleId, driverId, address, phone, ...rest } = value;
  if (typeof vehicleId === 'string')
    return t.to(names.vehicle(vehicleId), names.staff(typeof driverId === 'string' ? driverId : undefined));
  if (typeof address === 'string') return address;
  const parts = Object.values(rest).filter((part) => typeof part === 'string' && part !== '');
  return [...parts, ...(typeof phone === 'string' ? [format.phone(phone)] : [])].join(' ');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wordIn(table: object, key: string): string | undefined {
  const [, word] = Object.entries(table).find(([name]) => name === key) ?? [];
  return typeof word === 'string' ? word : undefined;
}
