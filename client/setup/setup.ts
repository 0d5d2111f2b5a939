// The first steps of a new company, for whoever may take all of them: how far they are, and whether they are wanted.
import { createMemo, createSignal, type Accessor } from 'solid-js';
import { mayEdit } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { useDrives, useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { recall, remember } from '../ui/appearance.ts';
import { stepIds, stepsOf, type Step } from './steps.ts';

export interface Setup {
  readonly steps: Accessor<readonly Step[]>;
  readonly done: Accessor<number>;
  /** Something is left to do, and this person may do it and has not put it away. */
  readonly isWanted: Accessor<boolean>;
  /** Whether `isWanted` can be told: what looks empty is empty. */
  readonly isKnown: Accessor<boolean>;
  lookedAtRoles(): void;
  /** It stays reachable from the person's menu. */
  putAway(): void;
}

export const maySetUp = (actor: Actor): boolean => stepIds.every((id) => mayEdit(actor, id));

export function useSetup(): Setup {
  const actor = useActor();
  const sync = useSync();
  const [roles, outlets, staff] = [useReference('roles'), useReference('outlets'), useReference('staff')];
  const [vehicles, customers] = [useReference('vehicles'), useReference('customers')];
  const drives = useDrives();
  const [lookedAt, setLookedAt] = createMark(`setup.roles.${actor.id}`);
  const [isAway, setAway] = createMark(`setup.away.${actor.id}`);
  const steps = createMemo(() => {
    const documents = {
      ...{ outlets: outlets(), staff: staff(), drives },
      ...{ vehicles: vehicles(), customers: customers() },
    };
    // A role of one's own, or one that was changed, has been looked at.
    const isKnown = lookedAt() || roles().some(({ edit }) => edit !== undefined);
    return stepsOf({ ...documents, roles: roles().length }, actor.id, isKnown);
  });
  const done = () => steps().filter(({ isDone }) => isDone).length;
  const isNobodys = () => !maySetUp(actor) || isAway() || done() === steps().length;
  return {
    steps,
    done,
    isWanted: () => !isNobodys() && sync.initialSyncDone(),
    isKnown: () => isNobodys() || sync.initialSyncDone() || !sync.online(),
    lookedAtRoles: setLookedAt,
    putAway: setAway,
  };
}

const [marks, setMarks] = createSignal<ReadonlySet<string>>(new Set());

/** Kept on this device; the frame and the page see the same one. */
function createMark(name: string): [Accessor<boolean>, () => void] {
  const key = `towline.${name}`;
  const was = recall(key) !== null;
  return [
    () => was || marks().has(key),
    () => {
      remember(key, 'yes');
      setMarks((before) => new Set([...before, key]));
    },
  ];
}
