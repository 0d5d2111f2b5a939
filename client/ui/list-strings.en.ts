// The words of lists in English.
import type { ListStrings } from './list-strings.ts';

const strings: ListStrings = {
  search: 'Search',
  searchHint: 'Search (/)',
  clearSearch: 'Clear search',
  filters: 'Filters',
  filtersOn: (count) => `Filters (${count})`,
  clearFilters: 'Clear filters',
  showResults: (count) => `Show ${count}`,
  results: (count) => `${count} in total`,
  resultsOf: (count, total) => `${count} of ${total}`,
  chosenAndMore: (first, more) => `${first} and ${more} more`,
  filterOptions: 'Find an option',
  anyTime: 'Any time',
  from: 'From',
  to: 'To',
  since: (day) => `From ${day}`,
  until: (day) => `Until ${day}`,
  endsBeforeStart: 'The end must not be before the start',
  customRange: 'Custom',
  presets: {
    today: 'Today',
    yesterday: 'Yesterday',
    'last-7-days': 'Last 7 days',
    'this-month': 'This month',
    'last-month': 'Last month',
  },
};

export default strings;
