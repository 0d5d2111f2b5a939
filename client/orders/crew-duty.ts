// Who of the staff is not on duty when an order is to be done: now, or at the time it is reserved for.
import { createMemo } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import type { Order } from '#schemas/orders/order.ts';
import { isInHours, isOnDuty } from '#schemas/staff/duty.ts';
import { useReference, useReferenceMap } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { timeOfWork } from './candidates.ts';
import { dispatchStrings } from './dispatch-strings.ts';

export interface CrewDuty {
  /** Ids of those who do not work then. */
  readonly offDuty: () => ReadonlySet<string>;
  /** Why somebody does not work then, in words; undefined of those who do. It forbids nothing. */
  readonly markOf: (staffId: string) => string | undefined;
}

export function useCrewDuty(order: () => Pick<Order, 'scheduledAt'>): CrewDuty {
  const format = useFormat();
  const staff = useReference('staff');
  const at = () => timeOfWork(order(), format.now());
  const ids = createMemo(
    () =>
      staff()
        .filter((person) => !isOnDuty(person, at(), format.zone()))
        .map(({ id }) => id),
    [],
    { equals: equalJson },
  );
  return { offDuty: createMemo(() => new Set(ids())), markOf: useMark(at) };
}

function useMark(at: () => string): CrewDuty['markOf'] {
  const t = useStrings(dispatchStrings);
  const format = useFormat();
  const staff = useReferenceMap('staff');
  return (staffId) => {
    const person = staff().get(staffId);
    if (!person) return undefined;
    if (person.employment === 'left') return t().left;
    if (person.disabled) return t().disabled;
    if (person.employment === 'on-leave') return t().onLeave;
    if (isInHours(person, at(), format.zone())) return undefined;
    return t().offHours(person.hours.from, person.hours.to);
  };
}
