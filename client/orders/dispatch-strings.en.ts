import type { DispatchStrings } from './dispatch-strings.ts';

const en: DispatchStrings = {
  title: (number) => `Dispatch order ${number}`,
  redispatchTitle: (number) => `Redispatch order ${number}`,
  now: (vehicle, driver) => `Now: ${vehicle} · ${driver}`,
  filter: 'Find a vehicle',
  filterHint: 'Plate, type, driver, outlet',
  vehicles: 'Vehicles',
  free: 'Free',
  load: (count) => (count === 1 ? '1 open order' : `${count} open orders`),
  estimate: (distance) => `about ${distance}`,
  estimateHint: 'An estimate from the outlet to the pickup: as the crow flies × 1.35',
  suitable: 'Suitable',
  against: {
    'vehicle-in-repair': 'in repair',
    'vehicle-off': 'off duty',
    'vehicle-busy': 'busy',
    'service-not-offered': 'does not offer this service',
    'vehicle-type-unfit': 'unfit type',
    'road-condition-not-supported': 'not for this road',
  },
  noVehicle: 'No vehicle matches',
  noVehicles: 'Your outlets have no vehicles yet',
  driver: 'Driver',
  driverLoad: (name, count) => (count > 0 ? `${name} (${count} open)` : `${name} (free)`),
  unpaired: (driver, vehicle) => `${driver} does not usually drive ${vehicle}: please make sure.`,
  onLeave: 'on leave',
  note: 'Note for the driver',
  vehicleMissing: 'Choose a vehicle',
  driverMissing: 'Choose a driver',
  warned: (reasons) => `This vehicle: ${reasons}. It can be sent all the same: please make sure.`,
  dispatch: 'Dispatch',
  cancel: 'Cancel',
  keys: '↑ ↓ to move, Enter to choose, Enter again to dispatch',
  listSeparator: ', ',
};

export default en;
