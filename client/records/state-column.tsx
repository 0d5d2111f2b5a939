// The last column of every list of reference documents: whether it is in use, and whether the server has it yet.
import CloudUpload from 'lucide-solid/icons/cloud-upload';
import { Show, type JSX } from 'solid-js';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useIsUnsent } from '../data/unsent-edits.ts';
import { useStrings } from '../i18n/strings.ts';
import { Badge, StatusBadge } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { recordStrings } from './strings.ts';

type Doc = DocumentOf<ReferenceCollection>;

export function useStateColumn<T extends Doc>(): () => Column<T> {
  const t = useStrings(recordStrings);
  return () => ({
    id: 'state',
    header: t().state,
    value: ({ disabled }) => (disabled ? t().disabled : t().inUse),
    cell: (document) => <RecordState document={document} />,
    width: 130,
  });
}

export function RecordState(props: { document: Doc }): JSX.Element {
  const t = useStrings(recordStrings);
  return (
    <>
      <StatusBadge tone={props.document.disabled ? 'neutral' : 'success'}>
        {props.document.disabled ? t().disabled : t().inUse}
      </StatusBadge>
      <UnsentMark document={props.document} />
    </>
  );
}

export function UnsentMark(props: { document: Doc }): JSX.Element {
  const t = useStrings(recordStrings);
  const isUnsent = useIsUnsent();
  return (
    <Show when={isUnsent(props.document)}>
      <Badge tone="info" icon={CloudUpload} title={t().sentLater}>
        {t().unsent}
      </Badge>
    </Show>
  );
}
