// What the rule of orders asks for, as this device holds it now.
import type { Accessor } from 'solid-js';
import { useData } from '../data/context.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import type { Known } from './foresight.ts';

/** Reading it follows every change of the reference data that the rule may look up. */
export function useKnown(): Accessor<Known> {
  const { references } = useData();
  const actor = useActor();
  const watched = [
    useReferenceMap('customers'),
    useReferenceMap('vehicles'),
    useReferenceMap('outlets'),
    useReferenceMap('staff'),
    useReferenceMap('roles'),
    useReferenceMap('catalog'),
  ];
  return () => {
    for (const read of watched) read();
    return { actor, find: references.find, now: new Date().toISOString() };
  };
}
