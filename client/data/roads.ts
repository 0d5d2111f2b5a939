// Distances and times by road from the server's routing service: needs a network, and throws without.
import { parse } from '#schemas/core/validate.ts';
import { EtaAnswer, type EtaQuestion, type Route } from '#schemas/geo/route.ts';
import type { Http } from './http.ts';

export interface Roads {
  /** One for each place, in order; null where no road leads. */
  routes(question: EtaQuestion): Promise<readonly (Route | null)[]>;
}

export function createRoads(http: Pick<Http, 'postJson'>): Roads {
  return {
    routes: async (question) => {
      const answer = await http.postJson('/api/geo/eta', question);
      if (!answer.ok) throw new Error(`/api/geo/eta: ${answer.error.kind}`);
      const parsed = parse(EtaAnswer, answer.value);
      if (!parsed.ok) throw new Error(`/api/geo/eta: ${parsed.error.join('; ')}`);
      return parsed.value.routes;
    },
  };
}
