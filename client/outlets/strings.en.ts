// The words of the outlets' pages.
import type { OutletStrings } from './strings.ts';

export default {
  title: 'Outlets',
  create: 'New outlet',
  search: 'Name, phone, contact, address',
  withDisabled: 'With disabled',
  emptyTitle: 'No outlets yet',
  emptyHint: 'Vehicles and employees belong to outlets: make the first one, then add them.',
  basics: 'Basics',
  name: 'Name',
  phone: 'Phone',
  contact: 'Contact',
  address: 'Address',
  note: 'Note',
  position: 'Position',
  vehicles: 'Vehicles',
  staff: 'Employees',
  state: 'State',
  addedByAll: 'Only somebody who sees all outlets can add one.',
  lockedByOutlet: 'This is not your outlet, so you cannot edit it.',
  inUse: 'In use',
  disabled: 'Disabled',
  callSystem: 'Call system',
  addresses: 'Addresses of the call system',
  callSystemHint:
    'Calls are taken from these addresses alone: IP addresses (192.168.1.20) or blocks (192.168.1.0/24), several if needed.',
} satisfies OutletStrings;
