import type { PaletteStrings } from './strings.ts';

const strings: PaletteStrings = {
  open: 'Find and go to',
  button: 'Find orders, vehicles, pages…',
  placeholder: 'Order number, plate, VIN, phone, name…',
  none: 'Nothing found',
  noneHint: 'Type any part of an order number, plate, VIN or phone.',
  recent: 'Recent',
  pages: 'Pages',
  orders: 'Orders',
  customers: 'Customers',
  vehicles: 'Vehicles',
  outlets: 'Outlets',
  staff: 'Staff',
  roles: 'Roles',
  actions: 'Actions',
  language: (name) => `Language: ${name}`,
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  unnumbered: 'No number yet',
};

export default strings;
