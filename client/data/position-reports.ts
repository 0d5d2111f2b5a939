// Tells the server where this phone is. What does not arrive is not kept: the next one says more.
import type { PositionReport } from '#schemas/fleet/positions.ts';
import type { Http } from './http.ts';

/** @returns whether it has arrived, or is not wanted */
export const createPositionReports =
  (http: Pick<Http, 'postJson'>) =>
  async (report: PositionReport): Promise<boolean> => {
    const answer = await http.postJson('/api/positions', report);
    return answer.ok;
  };
