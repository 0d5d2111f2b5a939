// A batch that is under way, written down on the device before its first line is sent: whoever closes the browser in
// the middle of it finds it again. Each line has its command's id, so that what was done is told, not done twice.
import type { Commands, OnlineRequest, OnlineVerdict } from './commands.ts';

export type KeptRequest = OnlineRequest & { readonly id: string };

export interface KeptLine {
  /** How a person knows it. */
  readonly label: string;
  readonly request: KeptRequest;
}

export interface KeptBatch {
  /** ISO instant when it was begun. */
  readonly at: string;
  readonly lines: readonly KeptLine[];
  /** What has to be there before a line that is about it: new statements. */
  readonly openings?: readonly KeptLine[];
}

export interface BatchKeeper {
  /** The one that was begun and not read to its end, unless another tab is at it; undefined: there is none. */
  interrupted(): Promise<KeptBatch | undefined>;
  /**
   * Holds it until `end`. A device that is full keeps nothing, and the batch goes on without.
   * @returns what ends it, to be called when its verdicts were read
   */
  begin(batch: KeptBatch): () => void;
  forget(): void;
}

interface Browser {
  readonly storage: Storage;
  /** Only a page that is served safely has them; without, two tabs may be at one batch: each line is done once. */
  readonly locks: LockManager | undefined;
}

const thisBrowser = (): Browser => ({ storage: localStorage, locks: navigator.locks });

/** @param key of this person and this kind of batch: there is one at a time */
export function keeperOf(key: string, { storage, locks }: Browser = thisBrowser()): BatchKeeper {
  const forget = (): void => storage.removeItem(key);
  return {
    interrupted: async () => {
      const { held = [] } = (await locks?.query()) ?? {};
      return held.some(({ name }) => name === key) ? undefined : readBatch(storage.getItem(key));
    },
    begin: (batch) => {
      write(storage, key, batch);
      let release = (): void => undefined;
      // A tab that is closed gives the lock back by itself.
      void locks?.request(key, { ifAvailable: true }, (lock) =>
        lock ? new Promise<void>((resolve) => (release = resolve)) : undefined,
      );
      return () => {
        forget();
        release();
      };
    },
    forget,
  };
}

/**
 * Asks for lines one after the other. A refused one that is tried again is another question: under its first id the
 * server would repeat what it said.
 */
export function createAsking({ decideManyOnline, newId }: Pick<Commands, 'decideManyOnline' | 'newId'>) {
  const ids = new Map<string, string>();
  return async (lines: readonly KeptLine[]): Promise<readonly OnlineVerdict[]> => {
    const requests = lines.map(({ request }) => ({ ...request, id: ids.get(request.id) ?? request.id }));
    const verdicts = await decideManyOnline(requests);
    for (const [place, { request }] of lines.entries())
      if (verdicts[place]?.status === 'rejected') ids.set(request.id, newId());
    return verdicts;
  };
}

function write(storage: Storage, key: string, batch: KeptBatch): void {
  try {
    storage.setItem(key, JSON.stringify(batch));
  } catch (error) {
    console.error('Towline: a batch could not be written down', error);
  }
}

function readBatch(text: string | null): KeptBatch | undefined {
  try {
    const read = JSON.parse(text ?? 'null') as KeptBatch | null;
    return read && Array.isArray(read.lines) && read.lines.length > 0 ? read : undefined;
  } catch {
    return undefined;
  }
}
