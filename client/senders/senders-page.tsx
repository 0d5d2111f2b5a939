// Who may send order notices: their addresses and secrets, how they are doing, and what could not be told to them.
import FileJson from 'lucide-solid/icons/file-braces';
import Plus from 'lucide-solid/icons/plus';
import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import type { ListedSender, SenderWithSecret } from '#schemas/notices/sender.ts';
import { tableState } from '../data/answer.ts';
import { useSenders, type Senders } from '../data/senders.ts';
import { useStrings } from '../i18n/strings.ts';
import { GroupButtons } from '../orders/group-buttons.tsx';
import { Lines } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { Stack } from '../ui/page.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { instant } from '../ui/spreadsheet/cell.ts';
import { ErrorState } from '../ui/states.tsx';
import { textMatcher } from '../ui/text-match.ts';
import { DeadLetterList } from './dead-letters.tsx';
import { SecretDialog, SenderState } from './sender-panel.tsx';
import { SenderForm } from './sender-form.tsx';
import css from './senders.module.css';
import { senderStrings } from './strings.ts';

const views = ['senders', 'dead'] as const;
const created = 'new';

export default function SendersPage(): JSX.Element {
  const senders = useSenders();
  const [params, setParams] = useSearchParams<{ view?: string }>();
  const [made, setMade] = createSignal<SenderWithSecret>();
  const isDead = () => params.view === 'dead';
  const description = () => (
    <Views
      senders={senders.items()}
      current={isDead() ? 'dead' : 'senders'}
      onShow={(view) => setParams({ view: view === 'dead' ? view : null, sender: null, q: null })}
    />
  );
  return (
    <>
      <Show
        when={isDead()}
        fallback={<SenderList senders={senders} description={description()} onSecret={setMade} />}
      >
        <DeadLetterList senders={senders} description={description()} />
      </Show>
      <SecretDialog made={made()} onClose={() => setMade(undefined)} />
    </>
  );
}

function Views(props: {
  senders: readonly ListedSender[];
  current: (typeof views)[number];
  onShow: (view: (typeof views)[number]) => void;
}): JSX.Element {
  const t = useStrings(senderStrings);
  const dead = () => props.senders.reduce((sum, sender) => sum + sender.dead, 0);
  return (
    <div class={css.description}>
      <GroupButtons
        label={t().views}
        names={views}
        nameOf={(name) => t().view[name]}
        count={(name) => ({ count: name === 'dead' ? dead() : props.senders.length, more: false })}
        alarm={['dead']}
        current={props.current}
        onPress={(view) => view && props.onShow(view)}
      />
      <a href="/api/notices/schema.json" target="_blank" rel="external" class={css.schema}>
        <FileJson size={14} /> {t().schema}
      </a>
    </div>
  );
}

function SenderList(props: {
  senders: Senders;
  description: JSX.Element;
  onSecret: (made: SenderWithSecret) => void;
}): JSX.Element {
  const t = useStrings(senderStrings);
  const query = useListQuery({ withDisabled: filter.flag(true) });
  const columns = useSenderColumns();
  const [params, setParams] = useSearchParams<{ sender?: string }>();
  const close = (): void => setParams({ sender: null });
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return props.senders
      .items()
      .filter(({ name, key, disabled }) => (query.values.withDisabled || !disabled) && matches(name, key));
  });
  const chosen = createMemo(() => rows().find(({ id }) => id === params.sender));
  const show = (made: SenderWithSecret): void => {
    props.onSecret(made);
    setParams({ sender: made.sender.id });
  };
  const create = () => (
    <Button variant="primary" icon={Plus} onClick={() => setParams({ sender: created })}>
      {t().create}
    </Button>
  );
  return (
    <ListPage
      title={t().title}
      storageKey="senders"
      query={query}
      columns={columns()}
      rows={rows()}
      total={props.senders.items().length}
      rowKey={({ id }: ListedSender) => id}
      rowTone={({ disabled, dead }) => (disabled ? 'muted' : dead > 0 ? 'danger' : undefined)}
      search={t().search}
      filters={[{ key: 'withDisabled', label: t().withDisabled }]}
      card={(sender) => <SenderCard sender={sender} />}
      actions={create()}
      description={props.description}
      state={tableState(props.senders.state(), props.senders.items().length > 0)}
      error={<ErrorState hint={t().offlineHint} onRetry={() => props.senders.refresh()} />}
      empty={{ title: t().emptyTitle, hint: t().emptyHint, action: create() }}
      onOpen={({ id }) => setParams({ sender: id })}
      chosen={params.sender}
      panel={
        <>
          <Show when={params.sender === created}>
            <SidePanel wide title={t().create} onClose={close}>
              <SenderForm senders={props.senders} sender={undefined} onCreated={show} onCancel={close} />
            </SidePanel>
          </Show>
          <Show when={chosen()?.id} keyed>
            <Show when={chosen()}>
              {(sender) => (
                <SidePanel
                  wide
                  title={sender().name}
                  titleExtra={<DisabledBadge sender={sender()} />}
                  onClose={close}
                >
                  <Stack gap="large">
                    <SenderState senders={props.senders} sender={sender()} onSecret={props.onSecret} />
                    <SenderForm senders={props.senders} sender={sender()} onCreated={show} onCancel={close} />
                  </Stack>
                </SidePanel>
              )}
            </Show>
          </Show>
        </>
      }
    />
  );
}

function SenderCard(props: { sender: ListedSender }): JSX.Element {
  const t = useStrings(senderStrings);
  const names = useNames();
  const failing = () => {
    const { dead, waiting } = props.sender;
    return dead + waiting > 0 ? `${t().failures} ${t().failing(dead, waiting)}` : undefined;
  };
  return (
    <RowCard
      title={props.sender.name}
      marks={<DisabledBadge sender={props.sender} />}
      lines={[[names.customer(props.sender.customerId)], [failing()]]}
    />
  );
}

function DisabledBadge(props: { sender: ListedSender }): JSX.Element {
  const t = useStrings(senderStrings);
  return (
    <StatusBadge tone={props.sender.disabled ? 'neutral' : 'success'}>
      {props.sender.disabled ? t().disabled : t().inUse}
    </StatusBadge>
  );
}

function useSenderColumns(): () => readonly Column<ListedSender>[] {
  const t = useStrings(senderStrings);
  const names = useNames();
  return createMemo((): readonly Column<ListedSender>[] => [
    { id: 'name', header: t().name, width: 160, grow: true, sort: true, value: ({ name }) => name },
    {
      id: 'state',
      header: t().state,
      width: 100,
      value: ({ disabled }) => (disabled ? t().disabled : t().inUse),
      cell: (sender) => <DisabledBadge sender={sender} />,
    },
    { id: 'key', header: t().key, width: 210, roomy: true, value: ({ key }) => key },
    {
      id: 'customer',
      header: t().customer,
      width: 160,
      roomy: true,
      sort: true,
      value: ({ customerId }) => names.customer(customerId),
    },
    {
      id: 'last',
      header: t().lastNotice,
      width: 110,
      sort: true,
      value: ({ lastNoticeAt }) => instant(lastNoticeAt),
      cell: (row) => (
        <Show when={row.lastNoticeAt} fallback={t().never}>
          <Lines
            first={<Time iso={row.lastNoticeAt} />}
            second={<Time iso={row.lastNoticeAt} as="relative" />}
          />
        </Show>
      ),
    },
    {
      id: 'failures',
      header: t().failures,
      width: 150,
      sort: ({ dead }) => dead,
      value: ({ dead, waiting }) => t().failing(dead, waiting),
    },
  ]);
}
