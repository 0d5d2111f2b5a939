// Conversions between coordinate systems lose nothing that could be seen on a street.
import { fc } from '../setup/rules.ts';
import { describe, expect, test } from 'vitest';
import { readCoordinates, roundPoint, writeCoordinates } from '../../client/ui/map/coordinates.ts';
import { fromPlane, projectionOf, toPlane } from '../../client/ui/map/projection.ts';
import { fromWgs84, metresBetween, toWgs84 } from '../../client/ui/map/systems.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** The mainland without its edges, where the systems part suddenly. */
const inChina = fc.record({ lng: degrees(73.5, 135), lat: degrees(18, 53.5) });
const elsewhere = fc.record({ lng: degrees(-179, 60), lat: degrees(-80, 80) });
const shifted = fc.constantFrom('gcj02', 'bd09');

describe('there and back', () => {
  test('within a metre over China', () => {
    fc.assert(
      fc.property(inChina, shifted, (point, system) => {
        expect(metresBetween(toWgs84(fromWgs84(point, system), system), point)).toBeLessThan(1);
      }),
    );
  });

  test('within a metre on the plane that GCJ-02 tiles lie on', () => {
    const plane = projectionOf('gcj02');
    fc.assert(
      fc.property(inChina, (point) => {
        expect(metresBetween(fromPlane(toPlane(point, plane), plane), point)).toBeLessThan(1);
      }),
    );
  });
});

test('GCJ-02 is WGS-84 outside of China', () => {
  fc.assert(fc.property(elsewhere, (point) => void expect(fromWgs84(point, 'gcj02')).toEqual(point)));
});

test('GCJ-02 is shifted by less than a kilometre and a half in China', () => {
  fc.assert(
    fc.property(inChina, (point) => {
      expect(metresBetween(fromWgs84(point, 'gcj02'), point)).toBeLessThan(1500);
    }),
  );
});

test('a point on the plane of GCJ-02 tiles lies where its provider has it', () => {
  const plane = projectionOf('gcj02');
  const mercator = projectionOf('wgs84');
  fc.assert(
    fc.property(inChina, (point) => {
      expect(toPlane(point, plane)).toEqual(toPlane(fromWgs84(point, 'gcj02'), mercator));
    }),
  );
});

test('what is written is read again as the same point, wherever it is', () => {
  fc.assert(
    fc.property(inChina.map(roundPoint), (point) => {
      expect(readCoordinates(writeCoordinates(point))).toEqual({ point, system: 'wgs84', isAssumed: true });
    }),
  );
});
