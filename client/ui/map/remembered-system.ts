// In which system a person's numbers are. Whoever copies from one map does so the next time too: his last choice is
// where he begins, and the first time the system of the maps that most people here copy from.
import { recall, remember } from '../appearance.ts';
import { usePersonalKey } from '../person.tsx';
import { coordinateSystems, type CoordinateSystem } from './systems.ts';

export function useRememberedSystem() {
  const key = usePersonalKey('coordinates');
  return {
    read: (): CoordinateSystem => coordinateSystems.find((system) => system === recall(key)) ?? 'gcj02',
    keep: (system: CoordinateSystem): void => remember(key, system),
  };
}
