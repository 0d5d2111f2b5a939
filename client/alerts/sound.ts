// Whether somebody wants to hear what needs him: off until he turns it on, kept for each person on this device.
import { recall, remember } from '../ui/appearance.ts';
import { usePersonalKey } from '../ui/person.tsx';

export interface Sound {
  isOn(): boolean;
  keep(on: boolean): void;
}

export function useSound(): Sound {
  const key = usePersonalKey('sound');
  return { isOn: () => recall(key) === 'on', keep: (on) => remember(key, on ? 'on' : 'off') };
}
