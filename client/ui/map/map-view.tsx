// A map to look at: points and lines. Everything on it can be had as a list, too.
import { createEffect, createSignal, Show, untrack, type JSX } from 'solid-js';
import type { LngLat } from './systems.ts';
import { MapFrame } from './map-frame.tsx';
import { PointList } from './point-list.tsx';
import type { Gestures, MapLine, MapPoint } from './types.ts';

export interface MapViewProps {
  /** Its accessible name. */
  label: string;
  points: readonly MapPoint[];
  /** Points that would cover each other are drawn as one, which says how many it is. */
  gathers?: boolean | undefined;
  lines?: readonly MapLine[] | undefined;
  selected?: string | undefined;
  /** Present: points can be chosen, on the map and in the list. */
  onSelect?: ((id: string) => void) | undefined;
  gestures?: Gestures | undefined;
  class?: string | undefined;
  fill?: boolean | undefined;
  /** What is in view at first; else everything. */
  first?: readonly LngLat[] | undefined;
  /** A point under the pointer, or none any more. */
  onPoint?: ((id: string | undefined) => void) | undefined;
  /**
   * How a newly selected point is brought into view: from near by, only as far as it was out of sight, or not at all,
   * where what is selected follows the pointer.
   */
  reveals?: 'closely' | 'gently' | 'never' | undefined;
  /** The page has a list of its own beside it. */
  listed?: boolean | undefined;
}

/** Shows everything at first; later what moves does not move the map under somebody's hand. */
export function MapView(props: MapViewProps): JSX.Element {
  const [view, setView] = createSignal<readonly LngLat[]>([]);
  createEffect(() => {
    const everything = props.first ?? [
      ...props.points,
      ...(props.lines ?? []).flatMap(({ points }) => points),
    ];
    if (untrack(view).length === 0 && everything.length > 0) setView(everything);
  });
  const selected = () => props.points.find(({ id }) => id === props.selected);
  return (
    <MapFrame
      label={props.label}
      points={props.points}
      gathers={props.gathers}
      lines={props.lines}
      selected={props.selected}
      onSelect={props.onSelect}
      gestures={props.gestures}
      class={props.class}
      fill={props.fill}
      view={view()}
      onPoint={props.onPoint}
      reveal={props.reveals === 'never' ? undefined : selected()}
      gently={props.reveals === 'gently'}
    >
      <Show when={!props.listed}>
        <PointList
          label={props.label}
          points={props.points}
          selected={props.selected}
          onSelect={props.onSelect}
        />
      </Show>
    </MapFrame>
  );
}
