// The four things that are assigned to a vehicle, each one press away: drivers, cars, roads, services.
import CarFront from 'lucide-solid/icons/car-front';
import Route from 'lucide-solid/icons/route';
import UserRound from 'lucide-solid/icons/user-round';
import Wrench from 'lucide-solid/icons/wrench';
import { For, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { vehicleStrings } from './strings.ts';

export const abilityIds = {
  drivers: 'vehicle-drivers',
  carModels: 'vehicle-car-models',
  roads: 'vehicle-roads',
  services: 'vehicle-services',
} as const;

const buttons = [
  { key: 'drivers', icon: UserRound },
  { key: 'carModels', icon: CarFront },
  { key: 'roads', icon: Route },
  { key: 'services', icon: Wrench },
] as const;

export function AbilitiesButtons(): JSX.Element {
  const t = useStrings(vehicleStrings);
  return (
    <For each={buttons}>
      {({ key, icon }) => (
        <Button icon={icon} onClick={() => goTo(abilityIds[key])}>
          {t()[key]}
        </Button>
      )}
    </For>
  );
}

function goTo(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'center' });
  section?.querySelector<HTMLElement>('input')?.focus();
}
