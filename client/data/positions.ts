// Where drivers and their vehicles were last, for components: whoever may see the map has it of his outlets.
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import { useData } from './context.ts';

/** Of each driver the last one. */
export function usePositions(): Accessor<readonly VehiclePosition[]> {
  const [positions, setPositions] = createSignal<readonly VehiclePosition[]>([]);
  const subscription = useData()
    .database.positions.find()
    .$.subscribe((documents) => setPositions(documents.map((document) => document.toMutableJSON())));
  onCleanup(() => subscription.unsubscribe());
  return createMemo(() => positions());
}
