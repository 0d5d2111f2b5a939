// What people have entered: the other side of the account that the oracle draws up.
import type { OnlineVerdict } from '../../client/data/commands.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { OnlineRequest } from '../../client/data/commands.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';

/** Something the app took as entered: stored on the device. */
export interface Entered {
  readonly device: string;
  readonly staffId: string;
  readonly command: CommandDocument;
}

/** A question to the server, and all it has answered to it. Each is told apart by its payload. */
export interface Asked {
  readonly device: string;
  readonly staffId: string;
  readonly request: OnlineRequest;
  readonly verdicts: OnlineVerdict[];
  /** Asked again in an app that was opened anew, it is another question. */
  isForgotten: boolean;
}

/** One field of a reference document, changed to a value that nobody else gives it. */
export interface Edited {
  readonly device: string;
  readonly collection: ReferenceCollection;
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
}

/** A photo that a device was asked to keep. */
export interface Photographed {
  readonly device: string;
  readonly photoId: string;
  readonly sha256: string;
  /** What the app said: it is safe on the device and on its way to its order. */
  readonly isTaken: boolean;
}

export class Journal {
  readonly entered: Entered[] = [];
  readonly asked: Asked[] = [];
  readonly edited: Edited[] = [];
  /** How many edits there were when a backup had last been restored: what was answered before may be gone with it. */
  editsBeforeRestore = 0;
  readonly photographed: Photographed[] = [];
  /** What the app refused at once, and how often what was done. */
  readonly tally = new Map<string, number>();

  count(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
  }
}
