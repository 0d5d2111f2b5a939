// 網點管理: all outlets of the company.
import { createMemo, type JSX } from 'solid-js';
import { useReference } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { RecordList } from '../records/record-list.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { OutletCard, useOutletColumns } from './columns.tsx';
import { outletStrings } from './strings.ts';

export default function OutletsPage(): JSX.Element {
  const t = useStrings(outletStrings);
  const outlets = useReference('outlets');
  const query = useListQuery(
    { disabled: filter.flag() },
    { sort: { column: 'name', direction: 'ascending' } },
  );
  const columns = useOutletColumns();
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return outlets().filter(
      ({ disabled, name, phone, contact, address }) =>
        (query.values.disabled || !disabled) && matches(name, phone, contact, address),
    );
  });
  return (
    <RecordList
      collection="outlets"
      words={t()}
      query={query}
      columns={columns()}
      rows={rows()}
      filters={[{ key: 'disabled', label: t().withDisabled }]}
      card={(outlet) => <OutletCard outlet={outlet} />}
    />
  );
}
