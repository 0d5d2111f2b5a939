// The page of a reference document: the kit's, with what all of them share.
import { useLocation, useNavigate } from '@solidjs/router';
import HistoryIcon from 'lucide-solid/icons/file-clock';
import { createSignal, Show, type JSX } from 'solid-js';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { EditPage } from '../app/edit-form.tsx';
import { useIsUnsent } from '../data/unsent-edits.ts';
import { HistoryPanel } from '../history/history-panel.tsx';
import { useLastChange } from '../history/last-change.ts';
import { useStrings } from '../i18n/strings.ts';
import { NextStepLink } from '../setup/next-step-link.tsx';
import { StatusBadge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import type { FormState } from '../ui/form/form.ts';
import type { MenuItem } from '../ui/menu.tsx';
import type { RecordSection } from '../ui/record-page.tsx';
import { RecordDialogs, useRecordActions } from './record-actions.tsx';
import type { Record } from './record.ts';
import { recordStrings } from './strings.ts';

export interface RecordPageProps<Name extends ReferenceCollection> {
  record: Record<Name>;
  form: FormState;
  list: { readonly href: string; readonly label: string };
  /** What the page is called while there is nothing yet. */
  newTitle: string;
  /** Absent: the document's name, as it is. */
  title?: string | undefined;
  /** Beside the name: states of its own. */
  badges?: JSX.Element;
  /** Buttons that are used often. */
  actions?: JSX.Element;
  /** In the menu, before what all documents have. */
  menu?: readonly MenuItem[] | undefined;
  /** Where one like it is made; absent: it makes no sense. */
  copyHref?: string | undefined;
  /** What has to be said over the fields. */
  banner?: JSX.Element;
  sections: readonly RecordSection[];
}

export function RecordPage<Name extends ReferenceCollection>(props: RecordPageProps<Name>): JSX.Element {
  const t = useStrings(recordStrings);
  const navigate = useNavigate();
  const isUnsent = useIsUnsent();
  const actions = useRecordActions(props);
  const lastChange = useLastChange(props.record);
  const [isHistoryOpen, setHistoryOpen] = createSignal(false);
  const history = (): MenuItem => ({
    ...{ label: t().history, icon: HistoryIcon },
    onSelect: () => setHistoryOpen(true),
  });
  const document = () => props.record.document();
  const isUnsentDocument = (found: ReturnType<typeof document>) => found !== undefined && isUnsent(found);
  const isThere = () => !props.record.isNew && document() !== undefined;
  const saveAndAddAnother = useAddingAnother(props);
  return (
    <>
      <EditPage
        form={props.form}
        title={actions.name() || props.newTitle}
        back={props.list}
        badges={
          <>
            <Show when={document()?.disabled}>
              <StatusBadge tone="neutral">{t().disabled}</StatusBadge>
            </Show>
            {props.badges}
          </>
        }
        unsent={isUnsentDocument(document())}
        changed={lastChange()}
        actions={
          <Show when={isThere()}>
            <NextStepLink at={props.record.collection} />
            {props.actions}
          </Show>
        }
        menu={isThere() ? [...(props.menu ?? []), history(), ...actions.items()] : []}
        banner={
          <>
            <Show when={!props.record.mayEdit}>
              <Banner tone="info">{props.record.whyNotEdit ?? t().readOnly}</Banner>
            </Show>
            {props.banner}
          </>
        }
        sections={props.sections}
        readOnly={!props.record.mayEdit}
        saving={
          props.record.isNew
            ? {
                ...{ onCancel: () => navigate(props.list.href), cancelLabel: t().cancel },
                onAnother: () => void saveAndAddAnother(),
              }
            : undefined
        }
      />
      <HistoryPanel record={props.record} open={isHistoryOpen()} onClose={() => setHistoryOpen(false)} />
      <RecordDialogs name={actions.name()} actions={actions} />
    </>
  );
}

/** Saves what is new and begins the next one, of the same kind and in the same way. */
function useAddingAnother<Name extends ReferenceCollection>({ form, record }: RecordPageProps<Name>) {
  const navigate = useNavigate();
  const location = useLocation();
  return async (): Promise<void> => {
    const [path, query] = [location.pathname, new URLSearchParams(location.search)];
    query.set('after', record.id);
    if (await form.submit()) navigate(`${path}?${query.toString()}`, { replace: true });
  };
}
