import type { Strings } from '../i18n/strings.ts';
import type { ReportedStrings } from './strings.ts';

const en: Strings<ReportedStrings> = {
  kind: { extras: 'Extra work', outlays: 'Paid for customer' },
  add: 'None, or choose',
  unit: { once: '', km: 'km', hour: 'h', wheel: '' },
  quantity: (name) => `${name}, quantity`,
  amount: (name) => `${name}, amount`,
  less: (name) => `Less: ${name}`,
  more: (name) => `More: ${name}`,
  remove: (name) => `Remove ${name}`,
  enterQuantity: 'Enter the quantity',
  enterAmount: 'Enter the amount',
};

export default en;
