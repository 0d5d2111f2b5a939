// Coordinates as people have them: typed, or pasted from a map in one piece or another.

export interface Coordinates {
  readonly lng: number;
  readonly lat: number;
}

export type CoordinatesProblem = 'empty' | 'unreadable' | 'out-of-range';
export type ParsedCoordinates = Coordinates | { readonly problem: CoordinatesProblem };

/**
 * Reads `120.1551, 30.2741` (longitude first). Written the other way round it is turned when only one order
 * is possible, as everywhere in China.
 */
export function parseCoordinates(text: string): ParsedCoordinates {
  const plain = text.normalize('NFKC').replaceAll('、', ',').trim();
  if (plain === '') return { problem: 'empty' };
  const numbers = /^[^\d-]*(-?\d+(?:\.\d+)?)(?![\d.])[^\d-]+(-?\d+(?:\.\d+)?)[^\d]*$/.exec(plain);
  if (!numbers) return { problem: 'unreadable' };
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  const found = isPoint(first, second) ? { lng: first, lat: second } : { lng: second, lat: first };
  return isPoint(found.lng, found.lat) ? found : { problem: 'out-of-range' };
}

/** As `parseCoordinates` reads it; six digits are a hand's breadth. */
export function writeCoordinates({ lng, lat }: Coordinates): string {
  return `${round(lng)}, ${round(lat)}`;
}

const isPoint = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

const round = (degrees: number): number => Math.round(degrees * 1_000_000) / 1_000_000;
