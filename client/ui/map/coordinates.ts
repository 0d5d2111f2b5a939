// Coordinates as people have them: typed, or pasted from a chat, a GPS or the address of somebody's map.
import { isShortLink, readMapLink } from './map-links.ts';
import { toWgs84, type CoordinateSystem, type LngLat } from './systems.ts';

export type CoordinatesProblem = 'empty' | 'unreadable' | 'out-of-range';
/** As one tells it: a short link shows its point once it is opened, another has none at all. */
export type ToldProblem = CoordinatesProblem | 'short-link' | 'bare-link';

export interface CoordinatesRead {
  /** WGS-84. */
  readonly point: LngLat;
  /** What the text was in. */
  readonly system: CoordinateSystem;
  /** The text did not say it. */
  readonly isAssumed: boolean;
}

/**
 * Reads `120.1551, 30.2741` (longitude first), degrees with minutes and seconds, and links of the usual maps.
 * Written the other way round it is turned when only one order is possible, or only one lies in China.
 * @param assumed the system of numbers that do not say theirs
 */
export function readCoordinates(
  text: string,
  assumed: CoordinateSystem = 'wgs84',
): CoordinatesRead | { readonly problem: CoordinatesProblem } {
  const plain = text.normalize('NFKC').replaceAll('、', ',').trim();
  if (plain === '') return { problem: 'empty' };
  const [link, named] = [readMapLink(plain), namedSystem(plain)];
  const found = link ?? withSystem(readDegrees(plain) ?? readNumbers(plain), named ?? assumed);
  if (!found) return { problem: 'unreadable' };
  if (!isPoint(found.lng, found.lat)) return { problem: 'out-of-range' };
  const { lng, lat, system: own } = found;
  return { point: toWgs84({ lng, lat }, own), system: own, isAssumed: !link && !named };
}

/** What is wrong with a text that cannot be read. */
export function problemIn(text: string): ToldProblem | undefined {
  const read = readCoordinates(text);
  if (!('problem' in read)) return undefined;
  if (read.problem !== 'unreadable' || !/https?:/i.test(text)) return read.problem;
  return isShortLink(text) ? 'short-link' : 'bare-link';
}

const withSystem = (point: LngLat | undefined, system: CoordinateSystem) => point && { ...point, system };

/** Six digits are a hand's breadth. */
export function writeCoordinates({ lng, lat }: LngLat): string {
  return `${rounded(lng)}, ${rounded(lat)}`;
}

/** To what is written and stored. */
export const roundPoint = ({ lng, lat }: LngLat): LngLat => ({ lng: rounded(lng), lat: rounded(lat) });

const rounded = (degrees: number): number => Math.round(degrees * 1_000_000) / 1_000_000;

const names: readonly [CoordinateSystem, RegExp][] = [
  ['gcj02', /高德|腾讯|騰訊|amap|tencent|gcj-?02|火星/i],
  ['bd09', /百度|baidu|bd-?09/i],
  ['wgs84', /wgs-?84|gps/i],
];

const namedSystem = (text: string): CoordinateSystem | undefined =>
  names.find(([, name]) => name.test(text))?.[0];

/** Two numbers, whatever stands around them. */
function readNumbers(text: string): LngLat | undefined {
  const bare = text.replaceAll(/gcj-?02|bd-?09|wgs-?84/gi, ' ');
  const numbers = /^([^\d-]*)(-?\d+(?:\.\d+)?)(?![\d.])[^\d-]+(-?\d+(?:\.\d+)?)[^\d]*$/.exec(bare);
  if (!numbers) return undefined;
  const [first, second] = [Number(numbers[2]), Number(numbers[3])];
  return inOrder(first, second, /lat|纬|緯|北/i.test(numbers[1] ?? ''));
}

function inOrder(first: number, second: number, latitudeFirst: boolean): LngLat {
  const asWritten = { lng: first, lat: second };
  const turned = { lng: second, lat: first };
  if (latitudeFirst) return turned;
  if (!isPoint(first, second)) return turned;
  return !isInChina(asWritten) && isInChina(turned) ? turned : asWritten;
}

const degrees =
  /([NSEW北南东西東]?)[纬緯经經]?\s*:?\s*(\d+(?:\.\d+)?)\s*[°度]\s*(?:(\d+(?:\.\d+)?)\s*[′'’分]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:′′|''|[″"”秒])\s*)?([NSEW]?)/gi;

/** `30°16′48″N 120°9′18″E`, `东经120.155° 北纬30.28°`. */
function readDegrees(text: string): LngLat | undefined {
  const parts = [...text.matchAll(degrees)].map(([, before = '', whole, minutes, seconds, after = '']) => ({
    side: (before || after).toUpperCase(),
    value: Number(whole) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600,
  }));
  const [first, second, ...more] = parts;
  if (!first || !second || more.length > 0) return undefined;
  const signed = ({ side, value }: typeof first) => (/[SW南西]/.test(side) ? -value : value);
  return inOrder(signed(first), signed(second), /[NS北南]/.test(first.side));
}

const isPoint = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** Its box: there a longitude is never a latitude. */
export const isInChina = ({ lng, lat }: LngLat): boolean => lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
