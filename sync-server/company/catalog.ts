// The catalog that every new company begins with: the trade's usual services, vehicles, roads, prices and
// reasons. Ids are readable and lasting, because orders and other data refer to them.
import type { CatalogItem } from '#schemas/catalog/catalog.ts';
import { carMakes } from './basics/car-makes.ts';
import { equipment } from './basics/equipment.ts';
import { carModels, customerTypes, roadConditions } from './basics/kinds.ts';
import { priceItems, settlementMethods } from './basics/money.ts';
import { reasons } from './basics/reasons.ts';
import { itemsOf } from './basics/rows.ts';
import { smsTemplates } from './basics/sms-templates.ts';
import { services } from './basics/services.ts';
import { vehicleTypes } from './basics/vehicle-types.ts';

/** Within a type the commonest comes first. */
export function basicCatalog(): CatalogItem[] {
  return [
    ...itemsOf('service', 'service', services),
    ...itemsOf('vehicle-type', 'vehicle-type', vehicleTypes),
    ...itemsOf('car-model', 'car-model', carModels),
    ...itemsOf('road-condition', 'road-condition', roadConditions),
    ...itemsOf('customer-type', 'customer-type', customerTypes),
    ...itemsOf('price-item', 'price-item', priceItems),
    ...itemsOf('settlement-method', 'settlement', settlementMethods),
    ...itemsOf('reason', 'reason', reasons),
    ...itemsOf('equipment', 'equipment', equipment),
    ...itemsOf('car-make', 'car-make', carMakes),
    ...itemsOf('sms-template', 'sms', smsTemplates),
  ];
}
