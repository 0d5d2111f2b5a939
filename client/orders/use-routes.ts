// How far it is by road from where the candidates are, asked once for an order; until it is known, and without a
// network, the estimate stands.
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Route } from '#schemas/geo/route.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { useSync } from '../data/sync-state.ts';
import { useMapServices } from '../ui/map/basemap.tsx';
import type { LngLat } from '../ui/map/systems.ts';
import type { Candidate } from './candidates.ts';

/** The server takes no more at once; who ranks lower is hardly sent. */
const most = 50;

/** Vehicle ids and where they are. */
type Places = readonly (readonly [string, LngLat])[];

interface Question {
  readonly places: Places;
  readonly to: LngLat;
}

const pointOf = ({ lng, lat }: LngLat): LngLat => ({ lng, lat });

/** By vehicle id. */
export function useRoutes(
  pickup: () => LngLat,
  candidates: () => readonly Candidate[],
): () => ReadonlyMap<string, Route> {
  const services = useMapServices();
  const { online } = useSync();
  const [routes, setRoutes] = createSignal<ReadonlyMap<string, Route>>(new Map());
  const places = (): Places =>
    candidates()
      .flatMap(({ vehicle, from }): [string, LngLat][] => (from ? [[vehicle.id, pointOf(from)]] : []))
      .slice(0, most)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  // Lists are made anew with everything that happens; where the vehicles are changes seldom.
  const question = createMemo(() => ({ places: places(), to: pointOf(pickup()) }), undefined, {
    equals: isSameQuestion,
  });
  createEffect(on(question, () => setRoutes(new Map()), { defer: true }));
  createEffect(
    on([question, online], ([{ places: asked, to }]) => {
      const roads = services.roads?.();
      if (!roads || !online() || asked.length === 0) return;
      let stale = false;
      onCleanup(() => (stale = true));
      roads.routes({ from: asked.map(([, place]) => place), to }).then(
        (found) => !stale && setRoutes(byVehicle(asked, found)),
        // The estimate stands.
        () => undefined,
      );
    }),
  );
  return routes;
}

/** A vehicle that drives is asked about again every hundred metres, not with every word of its phone. */
function isSameQuestion(a: Question, b: Question): boolean {
  const rounded = ({ places, to }: Question) => ({
    places: places.map(([id, { lng, lat }]) => [id, Math.round(lng * 1000), Math.round(lat * 1000)]),
    to,
  });
  return equalJson(rounded(a), rounded(b));
}

function byVehicle(places: Places, found: readonly (Route | null)[]): ReadonlyMap<string, Route> {
  return new Map(
    places.flatMap(([id], index): [string, Route][] => (found[index] ? [[id, found[index]]] : [])),
  );
}
