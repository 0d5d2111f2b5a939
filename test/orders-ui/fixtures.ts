// Orders and vehicles with everything in place, to be varied by a test.
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import { recencyOf, type Order } from '#schemas/orders/order.ts';

export const noon = '2026-11-23T04:00:00.000Z';

export function orderWith(changes: Partial<Order> = {}): Order {
  const createdAt = changes.createdAt ?? noon;
  const id = changes.id ?? 'order-1';
  return {
    id,
    number: '261123-0001',
    kind: 'normal',
    status: 'pending',
    outletId: 'outlet-north',
    customerId: 'customer-1',
    serviceId: 'service-tow',
    contact: { name: '周先生', phone: '13800000001' },
    car: { plate: '浙A12345' },
    pickup: { address: '杭州市拱墅区上塘路158号', lng: 120.1555, lat: 30.2855 },
    timeline: [],
    attention: [],
    finance: { stage: 'unverified' },
    createdAt,
    createdBy: 'staff-clerk',
    recency: recencyOf(createdAt, id),
    version: 1,
    ...changes,
  };
}

export function vehicleWith(changes: Partial<Vehicle> = {}): Vehicle {
  return {
    id: 'vehicle-1',
    name: '浙A7K3T5',
    disabled: false,
    plate: '浙A7K3T5',
    typeId: 'vehicle-type-flatbed',
    outletId: 'outlet-north',
    driverIds: ['driver-1', 'driver-2'],
    carModelIds: [],
    roadConditionIds: ['road-condition-road'],
    serviceIds: ['service-tow'],
    state: 'available',
    ...changes,
  };
}
