// The words of the vehicles' pages.
import type { VehicleStrings } from './strings.ts';

export default {
  title: 'Vehicles',
  create: 'New vehicle',
  search: 'Plate, driver, model',
  expiring: 'Papers running out',
  papersDue: (count: number) =>
    count === 1
      ? 'Insurance or inspection of 1 vehicle has run out or will within 30 days'
      : `Insurance or inspection of ${count} vehicles has run out or will within 30 days`,
  showDue: 'Show',
  withDisabled: 'With disabled',
  emptyTitle: 'No vehicles yet',
  emptyHint:
    'Add vehicles with their drivers, cars, roads and services: dispatching suggests them accordingly.',
  basics: 'Basics',
  abilities: 'What it can do',
  abilitiesHint:
    'Vehicles are recommended by this; without a driver it is not sent, of the rest nothing chosen means everything.',
  papers: 'Papers and notes',
  plate: 'Plate',
  type: 'Vehicle type',
  typeHint: 'What kind of rescue vehicle this is: it decides which services it can do.',
  outlet: 'Outlet',
  state: 'State',
  model: 'Make and model',
  maxLoad: 'Maximum load',
  plateColor: 'Plate colour',
  positionSource: 'Position from',
  drivers: 'Drivers',
  carModels: 'Cars',
  takesModels: 'Cars it can take',
  takesModelsHint: 'Kinds of customers’ cars that it may be sent to.',
  roads: 'Roads',
  services: 'Services',
  equipment: 'Equipment',
  insurance: 'Insured until',
  inspection: 'Inspected until',
  note: 'Note',
  disabled: 'Disabled',
  all: 'All',
  takeUsual: (count: number) =>
    count === 1 ? 'Take the service usual for this type' : `Take the ${count} services usual for this type`,
  unfit: (type: string, services: string) => `A ${type} cannot do: ${services}. Dispatchers are warned.`,
  unequipped: (equipment: string) =>
    `The services chosen need: ${equipment}. Without it dispatchers are warned.`,
  strangers: (names) => `${names}: of another outlet. Whoever dispatches here does not see them.`,
  nobody: 'Nobody',
  listSeparator: ', ',
  expiresOn: (what: string, on: string) => `${what} ${on}: see to it in time.`,
  expiredOn: (what: string, on: string) => `${what} ${on}, which has passed: dispatchers are warned.`,
  states: {
    available: 'Available',
    busy: 'Busy',
    off: 'Off',
    'in-repair': 'In repair',
  },
  due: {
    valid: 'Valid',
    soon: 'Runs out within 30 days',
    expired: 'Expired',
  },
  plateColors: {
    blue: 'Blue',
    yellow: 'Yellow',
    green: 'Green',
    'yellow-green': 'Yellow-green',
    white: 'White',
    black: 'Black',
  },
  positionSources: {
    phone: "Driver's phone",
    device: 'Device in the vehicle',
    none: 'None',
  },
} satisfies VehicleStrings;
