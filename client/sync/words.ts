// Any value of a command or of a reference document as a person reads it: names for ids, words for codes.
import { useReferenceMap } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { useFormat } from '../ui/formatting.tsx';
import { isRecord } from './entered-fields.ts';
import { fieldStrings } from './field-strings.ts';
import { valueStrings } from './value-strings.ts';

export interface Words {
  field(field: string): string;
  value(field: string, value: unknown): string;
  /** Somebody's name by his staff id; undefined when this device does not hold him. */
  person(id: string): string | undefined;
}

/** Inside components. A field that this version does not know is called by its own name. */
export function useWords(): Words {
  const labels = useStrings(fieldStrings);
  const names = useNamesByField();
  const code = useCodeWords();
  const plain = usePlainWords();
  const value = (field: string, of: unknown): string => {
    if (Array.isArray(of)) return plain.list(of.map((each) => value(field, each)));
    if (isRecord(of)) return plain.list(partsOf(of), ' · ');
    return (typeof of === 'string' && (names.of(field, of) ?? code(field, of))) || plain.scalar(field, of);
  };
  const partsOf = (record: Readonly<Record<string, unknown>>): string[] => {
    const point = plain.point(record);
    const parts = Object.entries(record).filter(
      ([part, of]) => of !== '' && (!point || !['lng', 'lat', 'accuracy'].includes(part)),
    );
    return parts.length === 0 && point ? [point] : parts.map(([part, of]) => value(part, of));
  };
  return {
    field: (field) => wordIn(labels(), field) ?? field,
    value,
    person: (id) => names.person(id),
  };
}

/** The name behind an id, found where ids of this field point to. */
function useNamesByField() {
  const [outlets, customers, catalog] = [
    useReferenceMap('outlets'),
    useReferenceMap('customers'),
    useReferenceMap('catalog'),
  ];
  const [vehicles, staff, roles] = [
    useReferenceMap('vehicles'),
    useReferenceMap('staff'),
    useReferenceMap('roles'),
  ];
  const person = (id: string) => staff().get(id)?.name;
  const item = (id: string): string | undefined => {
    const found = catalog().get(id);
    return found && itemName(found, locale());
  };
  const places: Record<string, (id: string) => string | undefined> = {
    outletId: (id) => outlets().get(id)?.name,
    customerId: (id) => customers().get(id)?.name,
    vehicleId: (id) => vehicles().get(id)?.plate,
    driverId: person,
    roleId: (id) => roles().get(id)?.name,
    typeId: item,
    serviceId: item,
    roadConditionId: item,
    carModelId: item,
    vehicleTypeId: item,
    method: item,
    item,
  };
  return {
    person,
    of: (field: string, id: string): string | undefined => places[field.replace(/Ids$/, 'Id')]?.(id),
  };
}

function useCodeWords(): (field: string, code: string) => string | undefined {
  const words = useStrings(valueStrings);
  return (field, code) => {
    const { kind, state, employment, cycle, reasonFor, unit, type, permissions } = words();
    const tables = { kind, state, employment, cycle, reasonFor, unit, type, permissions };
    const [, table] = Object.entries(tables).find(([name]) => name === field) ?? [];
    return table && wordIn(table, code);
  };
}

function usePlainWords() {
  const words = useStrings(valueStrings);
  const format = useFormat();
  return {
    list: (parts: readonly string[], separator = words().listSeparator): string =>
      parts.length === 0 ? words().none : parts.join(separator),
    point: ({ lng, lat, accuracy }: Readonly<Record<string, unknown>>): string | undefined => {
      if (typeof lng !== 'number' || typeof lat !== 'number') return undefined;
      const point = `${lng.toFixed(4)}, ${lat.toFixed(4)}`;
      return typeof accuracy === 'number' ? `${point} ${words().accuracy(Math.round(accuracy))}` : point;
    },
    scalar: (field: string, value: unknown): string => {
      if (value === null || value === undefined || value === '') return words().empty;
      if (typeof value === 'boolean') return value ? words().yes : words().no;
      if (field.endsWith('Fen') && typeof value === 'number') return format.money(value);
      if (field === 'day' && typeof value === 'number') return words().day(value);
      if (field === 'phone') return format.phone(String(value));
      return field === 'scheduledAt' ? format.dateTime(String(value)) : String(value);
    },
  };
}

function wordIn(table: object, key: string): string | undefined {
  const [, word] = Object.entries(table).find(([name]) => name === key) ?? [];
  return typeof word === 'string' ? word : undefined;
}
