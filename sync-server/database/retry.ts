// Runs a transaction again when the database asks for it. Waiting times grow and are jittered, so that
// two transactions that met once do not meet again in step.
import { setTimeout as pause } from 'node:timers/promises';

const MAX_RERUNS = 5;
const FIRST_PAUSE_MS = 5;

/** Runs `attempt`, and up to 5 times more while what it throws is `worthwhile`; then throws the last error. */
export async function retrying<T>(
  attempt: () => Promise<T>,
  worthwhile: (error: unknown) => boolean,
): Promise<T> {
  for (let rerun = 0; ; rerun++) {
    try {
      return await attempt();
    } catch (error) {
      if (rerun === MAX_RERUNS || !worthwhile(error)) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** rerun * (0.5 + Math.random()));
    }
  }
}
