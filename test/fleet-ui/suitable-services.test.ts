// What a vehicle's form says of the services that are chosen: what dispatchers would be told of them later.
import { describe, expect, test } from 'vitest';
import type { CatalogItem } from '#schemas/catalog/catalog.ts';
import { unsuitable, usualServices } from '../../client/fleet/suitable-services.ts';

const service = (id: string, more: Partial<CatalogItem> = {}): CatalogItem => ({
  ...{ id, name: id, type: 'service', code: id, disabled: false, sort: 0 },
  ...more,
});
const services = [
  service('tow', { vehicleTypeIds: ['flatbed'] }),
  service('lift', { vehicleTypeIds: ['crane'], equipmentIds: ['hook', 'belts'] }),
  service('battery', { vehicleTypeIds: ['van', 'flatbed'] }),
  service('anything'),
];
const ids = (found: readonly CatalogItem[]) => found.map(({ id }) => id);

describe('services that were chosen', () => {
  test('are named when a vehicle of this type never gets them recommended', () => {
    const found = unsuitable({ typeId: 'flatbed', serviceIds: ['tow', 'lift', 'anything'] }, services);
    expect(ids(found.services)).toEqual(['lift']);
  });

  test('of a vehicle without a type are not judged by it', () => {
    expect(unsuitable({ serviceIds: ['lift'] }, services).services).toEqual([]);
  });

  test('name the equipment that is missing, once something was filled in', () => {
    const lift = { typeId: 'crane', serviceIds: ['lift'] };
    expect(unsuitable({ ...lift, equipmentIds: ['belts'] }, services).equipmentIds).toEqual(['hook']);
    expect(unsuitable({ ...lift, equipmentIds: ['hook', 'belts'] }, services).equipmentIds).toEqual([]);
    expect(unsuitable({ ...lift, equipmentIds: [] }, services).equipmentIds).toEqual([]);
  });
});

describe('the usual services', () => {
  test('are those that a vehicle of this type can do', () => {
    expect(usualServices('flatbed', services)).toEqual(['tow', 'battery', 'anything']);
  });

  test('are not offered where there is nothing to choose', () => {
    expect(usualServices(undefined, services)).toEqual([]);
    expect(usualServices('flatbed', [service('anything')])).toEqual([]);
  });
});
