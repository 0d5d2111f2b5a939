// What finds addresses, whoever stands behind it. Points go in and come out in WGS-84.
import type { FoundPlace } from '#schemas/geo/found.ts';
import type { Result } from '#schemas/core/result.ts';

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** `refused`: the provider wants no such request, e.g. the key is wrong or its quota used up; `why` is its word. */
export type GeocoderFailure =
  { readonly kind: 'no-answer' } | { readonly kind: 'refused'; readonly why: string };

export type Answer<T> = Promise<Result<T, GeocoderFailure>>;

export interface Geocoder {
  /** The best first, at most ten; those near `near` before others. */
  search(text: string, near: Point | undefined): Answer<FoundPlace[]>;
  /** undefined where nothing is known. */
  reverse(point: Point): Answer<string | undefined>;
}

export const placesAtMost = 10;
