// What is done with several orders at once, each judged by itself: void, and a message to each contact.
import Ban from 'lucide-solid/icons/ban';
import MessageSquare from 'lucide-solid/icons/message-square';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { compose } from '#schemas/sms/compose.ts';
import { fill, linkField } from '#schemas/sms/template.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands, type Issued } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useMay } from '../data/session.ts';
import { useCatalog } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { BatchDialog } from '../ui/batch-dialog.tsx';
import { startBatch, type Batch, type BatchVerdict } from '../ui/batch.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Select } from '../ui/select.tsx';
import type { Selection } from '../ui/selection.ts';
import { boardStrings } from './board-strings.ts';
import css from './board.module.css';
import { useFind } from './find.ts';
import { itemName } from './names.ts';
import { useReasons } from './reasons.ts';
import { orderStrings } from './strings.ts';

type Asked = 'void' | 'sms';

/** Kept by the page: an order that was voided leaves the list, and its verdict has to stay. */
export function useOrderBatch() {
  const t = useStrings(boardStrings);
  const words = useStrings(orderStrings);
  const text = useCodeText();
  const [asked, setAsked] = createSignal<Asked>();
  const [orders, setOrders] = createSignal<readonly ProjectedOrder[]>([]);
  const [batch, setBatch] = createSignal<Batch>();
  const [title, setTitle] = createSignal('');
  let clear: (() => void) | undefined;
  const verdictOf = (issued: Issued): BatchVerdict =>
    issued.ok ? 'done' : { failed: text(issued.error.code) };
  return {
    ...{ asked, orders, batch, title },
    ask: (what: Asked, selection: Selection<ProjectedOrder>): void => {
      setOrders([...selection.rows()]);
      setAsked(what);
      clear = selection.clear;
    },
    giveUp: (): void => void setAsked(undefined),
    start: (heading: string, issue: (order: ProjectedOrder) => Promise<Issued>): void => {
      setAsked(undefined);
      setTitle(heading);
      setBatch(
        startBatch<ProjectedOrder>({
          items: orders(),
          key: ({ id }) => id,
          label: ({ number, car }) => t().batch.label(number || words().numberPending, car.plate),
          perform: (chosen) => Promise.all(chosen.map(async (order) => verdictOf(await issue(order)))),
          broken: t().batch.broken,
        }),
      );
    },
    close: (): void => {
      setBatch(undefined);
      clear?.();
    },
  };
}

export type OrderBatch = ReturnType<typeof useOrderBatch>;

/** For the bar under a list whose rows are ticked. */
export function OrderBatchButtons(props: {
  batch: OrderBatch;
  selection: Selection<ProjectedOrder>;
}): JSX.Element {
  const t = useStrings(boardStrings);
  const text = useCodeText();
  const may = useMay();
  const unless = (allowed: boolean) => (allowed ? undefined : text('not-permitted'));
  return (
    <>
      <Button
        size="small"
        icon={MessageSquare}
        disabledReason={unless(may('orders.sms'))}
        onClick={() => props.batch.ask('sms', props.selection)}
      >
        {t().batch.sms}
      </Button>
      <Button
        size="small"
        icon={Ban}
        disabledReason={unless(may('orders.void'))}
        onClick={() => props.batch.ask('void', props.selection)}
      >
        {t().batch.void}
      </Button>
    </>
  );
}

export function OrderBatchDialogs(props: { batch: OrderBatch }): JSX.Element {
  return (
    <>
      <VoidMany batch={props.batch} />
      <Show when={props.batch.asked() === 'sms'}>
        <MessageMany batch={props.batch} />
      </Show>
      <BatchDialog
        title={props.batch.title()}
        batch={props.batch.batch()}
        onClose={() => props.batch.close()}
      />
    </>
  );
}

function VoidMany(props: { batch: OrderBatch }): JSX.Element {
  const t = useStrings(boardStrings);
  const words = useStrings(orderStrings);
  const { issue } = useCommands();
  const reasons = useReasons('void');
  const title = () => t().batch.voidTitle(props.batch.orders().length);
  return (
    <ConfirmDialog
      open={props.batch.asked() === 'void'}
      tone="danger"
      title={title()}
      message={words().confirm.void.message}
      confirmLabel={words().confirm.void.confirm}
      reasons={reasons.options()}
      note="optional"
      noteLabel={words().confirm.note}
      onCancel={() => props.batch.giveUp()}
      onConfirm={(confirmation) => {
        const reason = reasons.textOf(confirmation);
        props.batch.start(title(), ({ id }) => issue('void', id, { reason }));
      }}
    />
  );
}

function MessageMany(props: { batch: OrderBatch }): JSX.Element {
  const t = useStrings(boardStrings);
  const words = useStrings(orderStrings);
  const text = useCodeText();
  const { issue } = useCommands();
  const find = useFind();
  const items = useCatalog('sms-template');
  const usable = createMemo(() => items().filter(({ body }) => body?.trim()));
  const [chosen, setChosen] = createSignal<string | null>(null);
  const templateId = () => chosen() ?? usable()[0]?.id ?? '';
  const payload = ({ contact }: ProjectedOrder) => ({ templateId: templateId(), phone: contact.phone });
  const preview = (): string => {
    const [first] = props.batch.orders();
    if (!first || !templateId()) return '';
    const message = compose(first, payload(first), find);
    return message.ok
      ? fill(message.value.text, { [linkField]: words().linkHere })
      : text(message.error.code);
  };
  const title = () => t().batch.smsTitle(props.batch.orders().length);
  return (
    <ConfirmDialog
      open
      title={title()}
      message={t().batch.smsMessage}
      confirmLabel={t().batch.send}
      error={usable().length === 0 ? t().batch.noTemplate : undefined}
      onCancel={() => props.batch.giveUp()}
      onConfirm={() => {
        if (templateId()) props.batch.start(title(), (order) => issue('send-sms', order.id, payload(order)));
      }}
    >
      <Select
        label={t().batch.template}
        value={templateId()}
        options={usable().map((item) => ({ value: item.id, label: itemName(item, locale()) }))}
        onChange={setChosen}
      />
      <p class={css.preview}>
        <span>{t().batch.preview}</span> {preview()}
      </p>
    </ConfirmDialog>
  );
}
