// What people of the demo did, when, and how it becomes the commands that their devices sent.
import { ulid } from '#schemas/core/ids.ts';
import type { Command } from '#schemas/orders/commands.ts';
import type { Random } from './random.ts';

type DraftOf<Kind> = Kind extends Command ? Omit<Kind, 'id' | 'n' | 'deviceId' | 'at'> : never;

/** A command without what its device adds. */
export type Draft = DraftOf<Command>;

export interface Deed {
  /** Staff id, or the kind of an outsider. */
  readonly actorId: string;
  /** When the server has it, in milliseconds since 1970. */
  readonly at: number;
  /** When it was done, where a phone without network sent it later. */
  readonly doneAt?: number;
  readonly draft: Draft;
  /** Where another deed speaks of it. */
  readonly id?: string;
}

export interface DemoCommand {
  readonly actorId: string;
  /** When the server has it: an ISO instant in UTC. */
  readonly at: string;
  readonly command: Command;
}

interface Sent {
  readonly actorId: string;
  readonly at: number;
  readonly doneAt: number;
  readonly draft: Draft;
  readonly id?: string;
}

/** Sorted by arrival; each device numbers its own in the order in which they were done. */
export function commandsOf(deeds: readonly Deed[], random: Random): DemoCommand[] {
  const counts = new Map<string, number>();
  return deeds
    .map((deed): Sent => ({ ...deed, doneAt: deed.doneAt ?? deed.at - random.whole(120, 900) }))
    .sort((a, b) => a.doneAt - b.doneAt)
    .map((sent) => ({ at: sent.at, made: made(sent, counts, random) }))
    .sort((a, b) => a.at - b.at)
    .map(({ made }) => made);
}

function made(
  { actorId, at, doneAt, draft, id: given }: Sent,
  counts: Map<string, number>,
  random: Random,
): DemoCommand {
  const n = (counts.get(actorId) ?? 0) + 1;
  counts.set(actorId, n);
  const id = given ?? ulid(doneAt, random.bytes(10));
  const command = { ...draft, id, n, deviceId: `demo-${actorId}`, at: instant(doneAt) };
  return { actorId, at: instant(at), command };
}

export const instant = (time: number): string => new Date(time).toISOString();
