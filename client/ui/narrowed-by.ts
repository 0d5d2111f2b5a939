// What a list was narrowed by, in the words of its filters: for paper, where the filters are not seen.
import type { FilterField } from './filter-bar.tsx';
import type { Filters } from './list-filter.ts';
import type { ListQuery } from './list-query.ts';

export function narrowedBy<F extends Filters>(
  query: ListQuery<F>,
  fields: readonly FilterField<F>[],
): string[] {
  const chosen = fields.flatMap(({ key, label, options = [] }) => {
    const words = query.kinds[key]?.write(query.values[key]) ?? [];
    const named = words.map((word) => options.find(({ value }) => value === word)?.label ?? word);
    if (named.length > 0 && query.kinds[key]?.control === 'flag') return [label];
    return named.length > 0 ? [`${label}: ${named.join(', ')}`] : [];
  });
  return query.text() === '' ? chosen : [`“${query.text()}”`, ...chosen];
}
