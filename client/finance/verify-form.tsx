// 核單: the lines of the price and how it is settled.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createMemo, createSignal, Index, Show, untrack, type JSX } from 'solid-js';
import { sumFen } from '#schemas/core/money.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useCatalog, useReferenceMap } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Stack } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { DecisionFooter } from './decision-footer.tsx';
import { LineReason } from './line-reason.tsx';
import { MethodSelect } from './method-select.tsx';
import { amountOf, changedLine, isWhole, linesOf, startLines, type DraftLine } from './draft-lines.ts';
import { ProposalNote } from './proposal-note.tsx';
import { useProposal, type Proposal } from './proposal.ts';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';
import css from './finance.module.css';

/** How whoever is billed by the month settles unless something else was agreed. */
const monthly = 'settlement-monthly';

export function VerifyForm(props: { order: ProjectedOrder; onDone: () => void }): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const items = useCatalog('price-item');
  const customers = useReferenceMap('customers');
  const proposal = useFirst(useProposal(() => props.order));
  const [drafts, setDrafts] = useDrafts(() => props.order, proposal);
  const methods = useCatalog('settlement-method');
  const usual = useFirst((): string | undefined => {
    const { cycle, method } = customers().get(props.order.customerId)?.settlement ?? {};
    if (method !== undefined || cycle !== 'monthly') return method;
    return methods().find(({ id }) => id === monthly)?.id;
  });
  const before = untrack(() => props.order.finance.method);
  const [chosen, setMethod] = createSignal<string | null>();
  const method = (): string | null => {
    const entered = chosen();
    return entered === undefined ? (before ?? usual() ?? null) : entered;
  };
  const [tried, setTried] = createSignal(false);
  const { busy, error, decide, offlineReason } = useDecision(() => props.order.id);

  const change = (index: number, change: Partial<DraftLine>) =>
    setDrafts((all) => all.map((line, at) => (at === index ? changedLine(line, change) : line)));
  const choose = (index: number, item: string | null) => {
    const agreed = item === null ? undefined : proposal()?.extra(item);
    const unitFen = items().find(({ id }) => id === item)?.unitFen ?? null;
    change(index, { item, unitFen, ...agreed });
  };
  const total = () => sumFen(drafts().map(amountOf));
  const verify = async () => {
    setTried(true);
    const settlement = method();
    if (!settlement || drafts().length === 0 || !drafts().every(isWhole)) return;
    const lines = linesOf(drafts());
    if (await decide('verify', { lines, amountFen: total(), method: settlement }, t().done.verify))
      props.onDone();
  };

  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <h3 class={css.heading}>{t().lines}</h3>
        <Show when={drafts().some(({ reason }) => reason) && proposal()}>
          {(known) => <ProposalNote known={known()} />}
        </Show>
        <Index each={drafts()}>
          {(line, index) => (
            <LineEditor
              line={line()}
              tried={tried()}
              options={items().map(({ id, name }) => ({ value: id, label: name }))}
              onItem={(item) => choose(index, item)}
              onChange={(changed) => change(index, changed)}
              onRemove={() => setDrafts((all) => all.filter((_, at) => at !== index))}
            />
          )}
        </Index>
        <Show when={tried() && drafts().length === 0}>
          <Banner tone="danger">{t().needsLine}</Banner>
        </Show>
        <div class={css.line}>
          <Button
            size="small"
            icon={Plus}
            onClick={() => setDrafts((all) => [...all, { item: null, quantity: 1, unitFen: null }])}
          >
            {t().addLine}
          </Button>
          <strong class={css.total}>{`${t().total} ${format.money(total())}`}</strong>
        </div>
        <MethodSelect value={method()} onChange={setMethod} tried={tried()} />
        <DecisionFooter
          order={props.order}
          type="verify"
          label={t().verify}
          busy={busy()}
          error={error()}
          offlineReason={offlineReason()}
          onDecide={() => void verify()}
        />
      </Stack>
    </form>
  );
}

/** On a new device it may come after the form; once it is there it does not change under the eye. */
const useFirst = <T,>(wanted: () => T | undefined): (() => T | undefined) =>
  createMemo<T | undefined>((known) => known ?? wanted());

/** What was entered stays, whatever the rates say. */
function useDrafts(order: () => ProjectedOrder, proposal: () => Proposal | undefined) {
  const opened = untrack(order);
  const [entered, setEntered] = createSignal<readonly DraftLine[]>();
  const drafts = createMemo(() => entered() ?? startLines(opened, proposal()?.lines));
  const change = (changed: (lines: readonly DraftLine[]) => readonly DraftLine[]) =>
    setEntered(changed(untrack(drafts)));
  return [drafts, change] as const;
}

function LineEditor(props: {
  line: DraftLine;
  tried: boolean;
  options: readonly { value: string; label: string }[];
  onItem: (item: string | null) => void;
  onChange: (change: Partial<DraftLine>) => void;
  onRemove: () => void;
}): JSX.Element {
  const t = useStrings(financeStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <div class={css.editor}>
      <Select
        label={t().item}
        value={props.line.item}
        options={props.options}
        placeholder={t().chooseItem}
        error={props.tried && !props.line.item ? t().chooseItem : undefined}
        onChange={(item) => props.onItem(item)}
      />
      <NumberField
        label={t().quantity}
        value={props.line.quantity}
        error={props.tried && props.line.quantity === null ? t().enterQuantity : undefined}
        onChange={(quantity) => props.onChange({ quantity })}
      />
      <MoneyField
        label={t().unitPrice}
        value={props.line.unitFen}
        error={props.tried && props.line.unitFen === null ? t().enterAmount : undefined}
        onChange={(unitFen) => props.onChange({ unitFen })}
      />
      <output class={css.amount} aria-label={t().lineAmount}>
        <Show when={isWhole(props.line)}>{format.money(amountOf(props.line))}</Show>
      </output>
      <IconButton
        label={t().removeLine(names.catalog(props.line.item ?? undefined))}
        icon={Trash}
        size="small"
        variant="ghost"
        onClick={() => props.onRemove()}
      />
      <LineReason reason={props.line.reason} />
    </div>
  );
}
