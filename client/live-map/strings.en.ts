import type { LiveMapStrings } from './strings.ts';

const en: LiveMapStrings = {
  title: 'Live map',
  search: 'Plate, driver, order number',
  outlet: 'Outlet',
  state: 'State',
  list: 'Vehicles and orders',
  vehicles: 'Vehicles',
  orders: 'Orders to be dispatched',
  drivers: 'Drivers in no vehicle',
  noSpot: 'no position',
  wasThere: (time) => `position of ${time}`,
  doubtful: (time) => `position of ${time}, may be elsewhere by now`,
  driver: 'Driver',
  phone: 'Phone',
  order: 'Present order',
  noOrder: 'No order under way',
  address: 'Pickup',
  unknownVehicle: 'vehicle not known',
  offline: 'Offline: these are the last positions that came.',
  emptyTitle: 'No vehicle matches',
  emptyHint: 'Try other filters.',
  noneTitle: 'No vehicle yet',
  noneHint:
    'Enter vehicles first. Drivers stand here while they work, when the app on their phone is open and may know the position.',
  listSeparator: ', ',
};

export default en;
