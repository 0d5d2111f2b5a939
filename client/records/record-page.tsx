// The frame of every reference document's page: what it is called, what state it is in, what can be done with it
// as a whole, and its form.
import { A } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { Show, type JSX } from 'solid-js';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { RecordActions } from './record-actions.tsx';
import type { Record } from './record.ts';
import css from './records.module.css';
import { UnsentMark } from './state-column.tsx';
import { recordStrings } from './strings.ts';

export interface RecordPageProps<Name extends ReferenceCollection> {
  record: Record<Name>;
  /** Its list's address and name. */
  list: string;
  listTitle: string;
  newTitle: string;
  /** Beside the name: states of its own. */
  badges?: JSX.Element;
  /** Beside the usual ones. */
  actions?: JSX.Element;
  /** The form. */
  children: JSX.Element;
}

export function RecordPage<Name extends ReferenceCollection>(props: RecordPageProps<Name>): JSX.Element {
  const t = useStrings(recordStrings);
  const document = () => props.record.document();
  return (
    <Show when={props.record.isNew || document()} fallback={<Missing list={props.list} />}>
      <Page
        title={document()?.name ?? props.newTitle}
        titleExtra={
          <>
            <Show when={document()?.disabled}>
              <StatusBadge tone="neutral">{t().disabled}</StatusBadge>
            </Show>
            {props.badges}
            <Show when={document()}>{(found) => <UnsentMark document={found()} />}</Show>
          </>
        }
        description={
          <A class={css.back} href={props.list}>
            <ArrowLeft size={14} aria-hidden="true" />
            {props.listTitle}
          </A>
        }
        actions={
          <>
            {props.actions}
            <Show when={!props.record.isNew && document()}>
              <RecordActions record={props.record} list={props.list} />
            </Show>
          </>
        }
        banner={
          <Show when={!props.record.mayEdit}>
            <Banner tone="info">{t().readOnly}</Banner>
          </Show>
        }
      >
        <fieldset class={css.fields} disabled={!props.record.mayEdit}>
          {props.children}
        </fieldset>
      </Page>
    </Show>
  );
}

/** Not there, or not there yet. */
function Missing(props: { list: string }): JSX.Element {
  const t = useStrings(recordStrings);
  const sync = useSync();
  return (
    <Show when={sync.initialSyncDone() || !sync.online()} fallback={<LoadingState />}>
      <EmptyState
        title={t().notFound}
        hint={t().notFoundHint}
        action={<LinkButton href={props.list}>{t().back}</LinkButton>}
      />
    </Show>
  );
}
