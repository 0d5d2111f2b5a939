// The address of a place that was found, as it is entered: with its name, by which people know it.
import type { FoundPlace } from './basemap.tsx';

export const foundAddress = ({ name, address }: Pick<FoundPlace, 'name' | 'address'>): string =>
  address.includes(name) ? address : `${address} ${name}`.trim();
