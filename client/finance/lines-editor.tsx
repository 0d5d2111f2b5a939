// The lines of a price while somebody enters them: item, how many, for how much, and what they come to.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { Index, Show, type JSX } from 'solid-js';
import { sumFen } from '#schemas/core/money.ts';
import { useCatalog } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { useCatalogOptions } from '../records/options.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { amountOf, changedLine, isWhole, type DraftLine } from './draft-lines.ts';
import { LineReason } from './line-reason.tsx';
import type { Proposal } from './proposal.ts';
import { financeStrings } from './strings.ts';
import css from './finance.module.css';

export function LinesEditor(props: {
  lines: readonly DraftLine[];
  /** What is missing is said. */
  tried: boolean;
  /** What the customer has agreed on for extra work. */
  extra?: Proposal['extra'] | undefined;
  onChange: (change: (lines: readonly DraftLine[]) => readonly DraftLine[]) => void;
}): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const items = useCatalog('price-item');
  const options = useCatalogOptions('price-item');
  const change = (index: number, changed: Partial<DraftLine>) =>
    props.onChange((all) => all.map((line, at) => (at === index ? changedLine(line, changed) : line)));
  const choose = (index: number, item: string | null) => {
    const agreed = item === null ? undefined : props.extra?.(item);
    const unitFen = items().find(({ id }) => id === item)?.unitFen ?? null;
    change(index, { item, unitFen, ...agreed });
  };
  return (
    <>
      <Index each={props.lines}>
        {(line, index) => (
          <LineEditor
            line={line()}
            tried={props.tried}
            options={options()}
            onItem={(item) => choose(index, item)}
            onChange={(changed) => change(index, changed)}
            onRemove={() => props.onChange((all) => all.filter((_, at) => at !== index))}
          />
        )}
      </Index>
      <Show when={props.tried && props.lines.length === 0}>
        <Banner tone="danger">{t().needsLine}</Banner>
      </Show>
      <div class={css.line}>
        <Button
          size="small"
          icon={Plus}
          onClick={() => props.onChange((all) => [...all, { item: null, quantity: 1, unitFen: null }])}
        >
          {t().addLine}
        </Button>
        <strong class={css.total}>{`${t().total} ${format.money(sumFen(props.lines.map(amountOf)))}`}</strong>
      </div>
    </>
  );
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
