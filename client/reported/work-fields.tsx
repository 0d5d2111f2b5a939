// 附加作业 and 代垫费用 at the end of an order. Two closed choices for whoever has none; each thing chosen becomes a
// line with its number or its amount.
import Minus from 'lucide-solid/icons/minus';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createMemo, Index, Show, type JSX } from 'solid-js';
import { reportedAs, type Reportable } from '#schemas/finance/pricing/reportable.ts';
import type { Order } from '#schemas/orders/order.ts';
import { mostReported, quantityBounds } from '#schemas/orders/work-reported.ts';
import { useCatalog, useReferenceMap } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName, useNames } from '../orders/names.ts';
import { IconButton } from '../ui/button.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { stepped, withItem, withoutRow, withRow, type Row } from './draft.ts';
import css from './reported.module.css';
import { reportedStrings } from './strings.ts';
import type { WorkDraft } from './use-draft.ts';

const kinds = ['extras', 'outlays'] as const;

export function WorkFields(props: { order: Pick<Order, 'serviceId'>; work: WorkDraft }): JSX.Element {
  const isAny = () => kinds.some((kind) => props.work.draft()[kind].length > 0);
  return (
    <div class={css.work}>
      <div class={css.choices}>
        <Choice kind="extras" order={props.order} work={props.work} />
        <Choice kind="outlays" order={props.order} work={props.work} />
      </div>
      <Show when={isAny()}>
        <ul class={css.rows}>
          <Rows kind="extras" work={props.work} />
          <Rows kind="outlays" work={props.work} />
        </ul>
      </Show>
    </div>
  );
}

interface OfKind {
  kind: Reportable;
  work: WorkDraft;
}

function Choice(props: OfKind & { order: Pick<Order, 'serviceId'> }): JSX.Element {
  const t = useStrings(reportedStrings);
  const items = useCatalog('price-item');
  const catalog = useReferenceMap('catalog');
  const options = createMemo(() =>
    items()
      .filter(({ code }) => reportedAs(code, catalog().get(props.order.serviceId)) === props.kind)
      .map((item) => ({ value: item.id, label: itemName(item, locale()) })),
  );
  const isFull = () => props.work.draft()[props.kind].length >= mostReported;
  return (
    <Select
      label={t().kind[props.kind]}
      placeholder={t().add}
      value={null}
      options={options()}
      disabled={isFull()}
      onChange={(item) => item !== null && props.work.change((draft) => withItem(draft, props.kind, item))}
    />
  );
}

function Rows(props: OfKind): JSX.Element {
  const t = useStrings(reportedStrings);
  const names = useNames();
  return (
    <Index each={props.work.draft()[props.kind]}>
      {(row, place) => {
        const name = () => names.catalog(row().item);
        const line = {
          name,
          row,
          tried: () => props.work.tried(),
          set: (change: Partial<Row>) =>
            props.work.change((draft) => withRow(draft, props.kind, place, change)),
        };
        return (
          <li class={css.row}>
            <span class={css.name}>{name()}</span>
            {props.kind === 'extras' ? <Quantity {...line} /> : <Amount {...line} />}
            <IconButton
              class={css.remove}
              label={t().remove(name())}
              icon={Trash}
              onClick={() => props.work.change((draft) => withoutRow(draft, props.kind, place))}
            />
          </li>
        );
      }}
    </Index>
  );
}

interface Line {
  name: () => string;
  row: () => Row;
  tried: () => boolean;
  set: (change: Partial<Row>) => void;
}

function Quantity(props: Line): JSX.Element {
  const t = useStrings(reportedStrings);
  const catalog = useReferenceMap('catalog');
  const unit = () => t().unit[catalog().get(props.row().item)?.unit ?? 'once'];
  const step = (by: 1 | -1) => props.set({ value: stepped(props.row().value, by) });
  return (
    <div class={css.stepper}>
      <IconButton variant="secondary" label={t().less(props.name())} icon={Minus} onClick={() => step(-1)} />
      <NumberField
        hideLabel
        label={t().quantity(props.name())}
        min={quantityBounds.minimum}
        max={quantityBounds.maximum}
        unit={unit() || undefined}
        value={props.row().value}
        error={missing(props, t().enterQuantity)}
        onChange={(value, problem) => props.set({ value, problem })}
      />
      <IconButton variant="secondary" label={t().more(props.name())} icon={Plus} onClick={() => step(1)} />
    </div>
  );
}

function Amount(props: Line): JSX.Element {
  const t = useStrings(reportedStrings);
  return (
    <MoneyField
      hideLabel
      label={t().amount(props.name())}
      min={1}
      max={10_000_000_000}
      value={props.row().value}
      error={missing(props, t().enterAmount)}
      onChange={(value, problem) => props.set({ value, problem })}
    />
  );
}

function missing({ row, tried }: Line, what: string): string | undefined {
  const { value, problem } = row();
  return tried() && value === null ? (problem ?? what) : undefined;
}
