// The database has begun another life, or this person reads other scopes now: what was entered here, and the server
// has no memory of, is offered again. Not by RxDB's pulls, which wait for its pushes, as these wait for this.
import { BehaviorSubject, filter, firstValueFrom } from 'rxjs';
import { missingThere, type Healable, type HealingServer } from './healing.ts';

/** A collection's line as it is used here. */
export interface Offerable extends Pick<Healable, 'name' | 'collection'> {
  /** Those of them that were entered on this device. */
  own(ids: readonly string[]): Promise<readonly string[]>;
  /** Asks the server for these; what it has lost is unsent again. */
  ask(ids: readonly string[]): Promise<unknown>;
}

export interface Reoffering {
  begin(): void;
  /** Resolves when nothing is left to be offered of all that was begun until now. */
  done(): Promise<unknown>;
}

const chunk = 200;

export function createReoffering(
  lines: () => readonly Offerable[],
  server: Pick<HealingServer, 'inventory'>,
): Reoffering {
  let moves = 0;
  let isRunning = false;
  const offeredUpTo$ = new BehaviorSubject(0);
  const offer = async (line: Offerable) => {
    const missing = await line.own(await missingThere(line, server));
    for (let from = 0; from < missing.length; from += chunk)
      await line.ask(missing.slice(from, from + chunk));
  };
  const run = async () => {
    isRunning = true;
    while (offeredUpTo$.value < moves) {
      const upTo = moves;
      // What cannot be found out now, the next healing does.
      for (const line of lines()) await offer(line).catch(() => undefined);
      offeredUpTo$.next(upTo);
    }
    isRunning = false;
  };
  return {
    begin: () => {
      moves++;
      if (!isRunning) void run();
    },
    done: () => firstValueFrom(offeredUpTo$.pipe(filter((upTo) => upTo >= moves))),
  };
}
