// Two people changed the same field: both values in words, and a choice for each.
import { For, Show, type JSX } from 'solid-js';
import type { Order } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { detailsOf, type Draft, type EditableField } from './draft.ts';
import { formStrings } from './form-strings.ts';
import css from './form.module.css';
import { useNames } from './names.ts';
import { orderStrings } from './strings.ts';

interface Props {
  fields: readonly EditableField[];
  /** The order as it is now. */
  current: Order;
  draft: Draft;
  onChoose: (field: EditableField, choice: 'current' | 'mine') => void;
}

export function EditConflict(props: Props): JSX.Element {
  const t = useStrings(formStrings);
  return (
    <Show when={props.fields.length > 0}>
      <Banner tone="danger" title={t().conflict.title}>
        {t().conflict.hint}
        <For each={props.fields}>{(field) => <Field {...props} field={field} />}</For>
      </Banner>
    </Show>
  );
}

function Field(props: Props & { field: EditableField }): JSX.Element {
  const t = useStrings(formStrings);
  const words = useStrings(orderStrings);
  const say = useValueWords();
  return (
    <div class={css.conflict} role="group" aria-label={words().field[props.field]}>
      <strong>{words().field[props.field]}</strong>
      <dl class={css.values}>
        <dt>{t().conflict.current}</dt>
        <dd>{say(props.field, props.current)}</dd>
        <dt>{t().conflict.mine}</dt>
        <dd>{say(props.field, detailsOf(props.draft))}</dd>
      </dl>
      <div class={css.choicesRow}>
        <Button size="small" onClick={() => props.onChoose(props.field, 'current')}>
          {t().conflict.useCurrent}
        </Button>
        <Button size="small" onClick={() => props.onChoose(props.field, 'mine')}>
          {t().conflict.useMine}
        </Button>
      </div>
    </div>
  );
}

type Values = Partial<Pick<Order, EditableField>>;

/** A field's value as a person reads it. */
function useValueWords(): (field: EditableField, values: Values) => string {
  const t = useStrings(formStrings);
  const names = useNames();
  const format = useFormat();
  const join = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ');
  const words: Record<EditableField, (values: Values) => string | undefined> = {
    outletId: ({ outletId }) => names.outlet(outletId),
    customerId: ({ customerId }) => names.customer(customerId),
    serviceId: ({ serviceId }) => names.catalog(serviceId),
    roadConditionId: ({ roadConditionId }) => names.catalog(roadConditionId),
    contact: ({ contact }) => join(contact?.name, contact?.phone),
    car: ({ car }) => join(car?.plate, car?.color, car?.model, car?.vin),
    pickup: ({ pickup }) => pickup?.address,
    destination: ({ destination }) => destination?.address,
    scheduledAt: ({ scheduledAt }) => format.dateTime(scheduledAt),
    requester: ({ requester }) => join(requester?.name, requester?.phone),
    customerOrderNumber: (values) => values.customerOrderNumber,
    fault: ({ fault }) => fault,
    note: ({ note }) => note,
  };
  return (field, values) => words[field](values) || t().conflict.empty;
}
