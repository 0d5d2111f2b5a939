// The words of fields, in English.
import type { FieldStrings } from './field-strings.ts';

const strings: FieldStrings = {
  remove: (item) => `Remove ${item}`,
  chosen: (count) => `${count} chosen`,
  selectMatches: (count) => `Choose all ${count}`,
  clearAll: 'Remove all',
  all: 'All',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  capsLock: 'Caps lock is on',
  notATime: 'Enter a time such as 08:30',
  notAMonth: 'Enter a year and month such as 2026-03',
  incompleteDate: 'Enter the whole date',
  wrongMobile: (digits: number) => `A mobile number has 11 digits; this one has ${digits}. Please check it`,
  wrongPlate: (length: number) => `A plate has 7 or 8 characters; this one has ${length}. Please check it`,
  provinces: 'Provinces',
  listHint: 'Enter adds it; several can be pasted at once',
  alreadyThere: 'This is in the list already',
};

export default strings;
