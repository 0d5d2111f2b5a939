// What this device knows for the rules about reference data, so that a form hears from them before it is sent.
import { createMemo, type Accessor } from 'solid-js';
import { Directory } from '#schemas/reference/directory.ts';
import { objectionsTo, type Knowledge } from '#schemas/reference/objections.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { usesOf, type Documents, type Use } from '#schemas/reference/uses.ts';
import type { Objection } from '#schemas/core/codes.ts';
import { may } from '#schemas/staff/permissions.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useReference, useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useFormat } from '../ui/formatting.tsx';
import { toWallClock } from '../ui/time.ts';

export interface Rules {
  /** What speaks against storing a document, gravest first. */
  objections<Name extends ReferenceCollection>(collection: Name, after: DocumentOf<Name>): Objection[];
  /** Who names a document, as far as this device knows. */
  uses(collection: ReferenceCollection, id: string): Use[];
}

export function useRules(): Rules {
  const actor = useActor();
  const documents = useDocuments();
  const today = useToday();
  const maps = useMaps();
  const uses = (collection: ReferenceCollection, id: string) => usesOf(collection, id, documents());
  const knowledge = createMemo((): Knowledge => ({
    actor,
    directory: new Directory(documents()),
    today: today(),
    isComplete: may(actor, 'outlets.all'),
    isUsed: (collection, id) => uses(collection, id).length > 0,
  }));
  return {
    uses,
    objections: (collection, after) => {
      const stored = maps[collection]().get(after.id);
      return objectionsTo({ collection, stored, after } as ReferenceChange, knowledge());
    },
  };
}

/** The company's day, `2026-03-01`. */
export function useToday(): Accessor<string> {
  const format = useFormat();
  const today = createMemo(() => toWallClock(format.now(), format.zone()).slice(0, 10));
  return today;
}

function useDocuments(): Accessor<Required<Documents>> {
  const [outlets, roles, staff] = [useReference('outlets'), useReference('roles'), useReference('staff')];
  const [vehicles, customers] = [useReference('vehicles'), useReference('customers')];
  const catalog = useReference('catalog');
  return () => ({
    ...{ outlets: outlets(), roles: roles(), staff: staff() },
    ...{ vehicles: vehicles(), customers: customers(), catalog: catalog() },
  });
}

function useMaps() {
  return {
    outlets: useReferenceMap('outlets'),
    roles: useReferenceMap('roles'),
    staff: useReferenceMap('staff'),
    vehicles: useReferenceMap('vehicles'),
    customers: useReferenceMap('customers'),
    catalog: useReferenceMap('catalog'),
  };
}
