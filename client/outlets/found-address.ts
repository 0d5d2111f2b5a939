// The address that comes with a place of the map: one that somebody typed is not written over, unless he asks for it.
import type { AddressFrom } from '../ui/map/map-picker.tsx';

interface Field {
  read(): string | undefined;
  write(address: string): void;
}

/** For `MapPicker`'s `onAddress`. */
export function createAddressFilling({ read, write }: Field): (address: string, from: AddressFrom) => void {
  let given = '';
  return (address, from) => {
    const entered = read()?.trim() ?? '';
    if (from === 'search' && entered !== '' && entered !== given) return;
    given = address.trim();
    write(address);
  };
}
