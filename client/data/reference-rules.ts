// What speaks against a change of reference data, told before it is made: the rules that the server will ask, with
// what this device holds.
import type { Objection } from '#schemas/core/codes.ts';
import { dayIn } from '#schemas/core/days.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { Directory } from '#schemas/reference/directory.ts';
import { objectionsTo, type Knowledge } from '#schemas/reference/objections.ts';
import { usesOf, type Use } from '#schemas/reference/uses.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useDeps } from '../app/deps.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { useData } from './context.ts';
import type { Http } from './http.ts';
import { useReferenceMap } from './reference.ts';
import type { Lookups } from './references.ts';

export interface ReferenceRules {
  /**
   * Gravest first; empty when nothing speaks against it. What is stored now counts as the state before; reading
   * it in an effect follows every change of it. `field` says where in a form an objection belongs.
   */
  objections<Name extends ReferenceCollection>(collection: Name, after: DocumentOf<Name>): Objection[];
  /** Who names a document, as far as this device knows: the reason why it cannot be deleted. */
  uses(collection: ReferenceCollection, id: string): Use[];
  /** What the rules are asked with, for a page that asks them about many documents at once. */
  knowledge(): Knowledge;
}

export function useReferenceRules(): ReferenceRules {
  const { actor, references } = useData();
  const format = useFormat();
  const watched = [
    useReferenceMap('customers'),
    useReferenceMap('vehicles'),
    useReferenceMap('outlets'),
    useReferenceMap('staff'),
    useReferenceMap('roles'),
    useReferenceMap('catalog'),
  ];
  const lookups = () => {
    for (const read of watched) read();
    return references.lookups;
  };
  const knowledge = () => knowledgeOf(actor, lookups(), dayIn(format.zone(), format.now()));
  return {
    knowledge,
    objections: (collection, after) => {
      const stored = lookups()[collection].value.get(after.id);
      return objectionsTo({ collection, stored, after } as unknown as ReferenceChange, knowledge());
    },
    uses: (collection, id) => usesIn(lookups(), collection, id),
  };
}

/** @param today day of the company's calendar */
export function knowledgeOf(actor: Actor, lookups: Lookups, today: string): Knowledge {
  const { staff, roles, vehicles } = lookups;
  const directory = new Directory({
    staff: staff.value.values(),
    roles: roles.value.values(),
    vehicles: vehicles.value.values(),
  });
  return {
    ...{ actor, directory, today },
    isComplete: may(actor, 'outlets.all') && may(actor, 'staff.view'),
    isUsed: (collection, id) => usesIn(lookups, collection, id).length > 0,
  };
}

const usesIn = (lookups: Lookups, collection: ReferenceCollection, id: string): Use[] =>
  usesOf(collection, id, {
    customers: lookups.customers.value.values(),
    vehicles: lookups.vehicles.value.values(),
    outlets: lookups.outlets.value.values(),
    staff: lookups.staff.value.values(),
    roles: lookups.roles.value.values(),
    catalog: lookups.catalog.value.values(),
  });

/** As the server knows it: orders of all times included, and what this person does not see only counted. */
export interface ServerUses {
  readonly documents: readonly Pick<Use, 'collection' | 'id' | 'name'>[];
  /** By collection, `orders` among them. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Undefined when the server cannot be asked, or this person may not delete the document. */
export function useServerUses(): (
  collection: ReferenceCollection,
  id: string,
) => Promise<ServerUses | undefined> {
  const { http } = useDeps();
  return (collection, id) => fetchUses(http, collection, id);
}

async function fetchUses(
  http: Http,
  collection: ReferenceCollection,
  id: string,
): Promise<ServerUses | undefined> {
  const answer = await http.getJson(`/api/reference/${collection}/${encodeURIComponent(id)}/uses`);
  const uses = answer.ok ? answer.value : undefined;
  const isComplete = typeof uses === 'object' && uses !== null && 'documents' in uses && 'counts' in uses;
  return isComplete ? (uses as ServerUses) : undefined;
}
