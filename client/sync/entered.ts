// What a person entered, in words: the fields of a command's payload with names instead of ids.
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { fieldStrings } from './field-strings.ts';

export interface Entered {
  readonly label: string;
  readonly value: string;
}

type NameOf = (field: string, value: unknown) => string | undefined;

export function useEntered(): (command: CommandDocument) => Entered[] {
  const labels = useStrings(fieldStrings);
  const nameOf = useNames();
  return ({ payload }) => {
    const names: Readonly<Record<string, string>> = labels();
    return fieldsOf(payload).flatMap(([field, value]) => {
      const label = names[field];
      return label === undefined ? [] : [{ label, value: nameOf(field, value) ?? textOf(value) }];
    });
  };
}

/** An edit's fields are those that it changes. */
function fieldsOf(payload: object): [field: string, value: unknown][] {
  const { patch } = { patch: undefined, ...payload };
  return Object.entries(typeof patch === 'object' && patch ? patch : payload);
}

function useNames(): NameOf {
  const format = useFormat();
  const [outlets, customers, catalog] = [
    useReferenceMap('outlets'),
    useReferenceMap('customers'),
    useReferenceMap('catalog'),
  ];
  const [vehicles, staff] = [useReferenceMap('vehicles'), useReferenceMap('staff')];
  return (field, value) => {
    if (field.endsWith('Fen') && typeof value === 'number') return format.money(value);
    if (typeof value !== 'string') return undefined;
    if (field === 'scheduledAt') return format.dateTime(value);
    if (field === 'outletId') return outlets().get(value)?.name;
    if (field === 'customerId') return customers().get(value)?.name;
    if (field === 'vehicleId') return vehicles().get(value)?.plate;
    if (field === 'driverId') return staff().get(value)?.name;
    return catalog().get(value)?.name;
  };
}

/** Persons, cars and places read as their parts. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '—');
  const parts = Object.entries(value).filter(([part]) => part !== 'lng' && part !== 'lat');
  const shown = parts.length > 0 ? parts : Object.entries(value);
  return shown.map(([, part]) => textOf(part)).join(' · ');
}
