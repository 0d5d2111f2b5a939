// Which other documents a reference document names, and in which field.
import type { CatalogItem } from '../catalog/catalog.ts';
import type { Customer } from '../customers/customer.ts';
import type { Vehicle } from '../fleet/vehicle.ts';
import type { Staff } from '../staff/staff.ts';
import type { DocumentOf, ReferenceCollection } from '../sync/collections.ts';

export interface Reference {
  /** The document's own field in which the other is named. */
  readonly field: string;
  readonly collection: ReferenceCollection;
  readonly id: string;
}

type Naming = {
  readonly [Name in ReferenceCollection]: (document: DocumentOf<Name>) => Reference[];
};

const naming: Naming = {
  outlets: () => [],
  roles: () => [],
  staff: ({ roleIds, outletIds }: Staff) => [
    ...named('roleIds', 'roles', roleIds),
    ...named('outletIds', 'outlets', outletIds),
  ],
  vehicles: (vehicle: Vehicle) => [
    ...named('typeId', 'catalog', [vehicle.typeId]),
    ...named('outletId', 'outlets', [vehicle.outletId]),
    ...named('driverIds', 'staff', vehicle.driverIds),
    ...named('carModelIds', 'catalog', vehicle.carModelIds),
    ...named('roadConditionIds', 'catalog', vehicle.roadConditionIds),
    ...named('serviceIds', 'catalog', vehicle.serviceIds),
    ...named('equipmentIds', 'catalog', vehicle.equipmentIds),
  ],
  customers: ({ typeId, outletIds, settlement, rateCards = [], targets = [] }: Customer) => [
    ...named('typeId', 'catalog', [typeId]),
    ...named('outletIds', 'outlets', outletIds),
    ...named('settlement', 'catalog', settlement.method === undefined ? [] : [settlement.method]),
    ...rateCards.flatMap(({ serviceIds, extras }) => [
      ...named('rateCards', 'catalog', serviceIds),
      ...named(
        'rateCards',
        'catalog',
        extras.map(({ itemId }) => itemId),
      ),
    ]),
    ...targets.flatMap(({ serviceIds }) => named('targets', 'catalog', serviceIds)),
  ],
  catalog: ({ vehicleTypeIds, equipmentIds, models = [] }: CatalogItem) => [
    ...named('vehicleTypeIds', 'catalog', vehicleTypeIds),
    ...named('equipmentIds', 'catalog', equipmentIds),
    ...named(
      'models',
      'catalog',
      models.flatMap(({ carModelId }) => carModelId ?? []),
    ),
  ],
};

const named = (field: string, collection: ReferenceCollection, ids: readonly string[] = []): Reference[] =>
  ids.map((id) => ({ field, collection, id }));

/** In the order of the fields; a document may be named more than once. */
export function referencesIn<Name extends ReferenceCollection>(
  collection: Name,
  document: DocumentOf<Name>,
): Reference[] {
  return naming[collection](document);
}
