// What the benchmarks ask generator.mjs for.
import { fileURLToPath } from 'node:url';

export const generatorFile = fileURLToPath(new URL('generator.mjs', import.meta.url));

/** Where a request goes, and who sends it. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly token?: string;
}
