// What a run tells: its seed always, what happened, and how to have it again.
import type { Outcome } from './simulation.ts';

export const replay = (seed: number): string => `Replay it: npm run soak -- --seed ${seed} --minutes 1`;

export function report({ seed, findings, tally, workedMs, healedMs }: Outcome): string {
  const counts = [...tally].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, times]) => `${what} ${times}`);
  return [
    `seed ${seed}: worked ${seconds(workedMs)}, healed in ${seconds(healedMs)}, ${findings.length} findings`,
    `  ${counts.join(', ')}`,
    ...findings.slice(0, 20).map((finding) => `  ! ${finding}`),
    ...(findings.length > 0 ? [replay(seed)] : []),
  ].join('\n');
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
