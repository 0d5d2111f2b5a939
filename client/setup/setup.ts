// The first steps of a new company, for whoever may take all of them: how far they are, and whether they are wanted.
import { createMemo, createSignal, untrack, type Accessor } from 'solid-js';
import { mayEdit } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { useDrives, useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { recall, remember } from '../ui/appearance.ts';
import { isOffered, stepIds, stepsOf, type Step } from './steps.ts';

export interface Setup {
  readonly steps: Accessor<readonly Step[]>;
  readonly done: Accessor<number>;
  readonly isReady: Accessor<boolean>;
  /** Something is left to do, or to be told at the end, and this person may do it and has not put it away. */
  readonly isWanted: Accessor<boolean>;
  /** Whether `isWanted` can be told: what looks empty is empty. */
  readonly isKnown: Accessor<boolean>;
  lookedAtRoles(): void;
  /** The guide is in sight, as far as it is. */
  looked(): void;
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
  const [hasBegun, setBegun] = createMark(`setup.begun.${actor.id}`);
  const [hasFinished, setFinished] = createMark(`setup.finished.${actor.id}`);
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
  const isReady = () => done() === steps().length;
  const dealings = () => ({ isAway: isAway(), hasBegun: hasBegun(), hasFinished: hasFinished() });
  const isNobodys = () => !maySetUp(actor) || !isOffered(steps(), dealings());
  const isWanted = () => !isNobodys() && sync.initialSyncDone();
  return {
    ...{ steps, done, isReady, isWanted },
    isKnown: () => isNobodys() || sync.initialSyncDone() || !sync.online(),
    looked: () => {
      if (isReady()) setFinished();
      else if (isWanted()) setBegun();
    },
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
      if (was || untrack(marks).has(key)) return;
      remember(key, 'yes');
      setMarks((before) => new Set([...before, key]));
    },
  ];
}
