// The fields of the order form, in the order in which a caller is asked.
import Plus from 'lucide-solid/icons/plus';
import { createMemo, createSignal, For, Show, untrack, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { seesOutlet, serves } from '#schemas/staff/permissions.ts';
import { useOrders } from '../data/orders.ts';
import { useCatalog, useReference, useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { namedOption } from '../records/options.ts';
import { Button } from '../ui/button.tsx';
import { Combobox, type ComboOption } from '../ui/combobox.tsx';
import { DateTimeField } from '../ui/date-time-field.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { PhoneField, PlateField, type PlateFieldProps } from '../ui/plate-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import type { Draft } from './draft.ts';
import { Duplicates } from './duplicates-banner.tsx';
import { Estimate } from './estimate.tsx';
import type { FormState } from './form-state.ts';
import { formStrings } from './form-strings.ts';
import css from './form.module.css';
import { createCallerKnown, KnownCallerLine } from './known-caller.tsx';
import { knownPlaces } from './known-places.ts';
import { itemName } from './names.ts';
import { PlaceField } from './place-field.tsx';

interface Props {
  form: FormState;
  /** The kind of an order that exists stays. */
  isNew: boolean;
  /** The cursor stays out of the first field: something above it is to be read first. */
  waits?: boolean | undefined;
}

/** So many are looked through for known places and duplicates. */
const recentLimit = 500;

export function FormSections(props: Props): JSX.Element {
  const recent = useOrders(() => ({}), { limit: recentLimit });
  return (
    <div class={css.sections}>
      <OrderSection {...props} />
      <CarSection {...props}>
        <Show when={props.isNew}>
          <Duplicates draft={props.form.draft()} recent={recent.orders()} />
        </Show>
      </CarSection>
      <PlaceSection {...props} recent={recent.orders()} />
      <Estimate draft={props.form.draft()} />
      <MoreSection {...props} />
    </div>
  );
}

/** Fields in columns, under their heading or beside it where there is room. */
function Section(props: {
  title: string;
  places?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: JSX.Element;
}): JSX.Element {
  return (
    <section class={css.section} onKeyDown={(event) => props.onKeyDown?.(event)}>
      <h2>{props.title}</h2>
      <div class={css.fields} data-places={props.places ? '' : undefined}>
        {props.children}
      </div>
    </section>
  );
}

function OrderSection(props: Props): JSX.Element {
  const t = useStrings(formStrings);
  const format = useFormat();
  const options = useOptions();
  const draft = () => props.form.draft();
  return (
    <Section title={t().section.order}>
      <Show when={props.isNew}>
        <KindField value={draft().kind} onChange={(kind) => props.form.change({ kind })} />
      </Show>
      <Show when={draft().kind === 'reservation'}>
        <DateTimeField
          label={t().field.scheduledAt}
          required
          zone={format.zone()}
          value={draft().scheduledAt}
          onChange={(scheduledAt) => props.form.change({ scheduledAt })}
          error={props.form.error('scheduledAt')}
        />
      </Show>
      <Select
        label={t().field.outletId}
        required
        value={draft().outletId}
        options={options.outlets()}
        onChange={(outletId) => props.form.change({ outletId })}
        error={props.form.error('outletId')}
      />
      <Combobox
        label={t().field.customerId}
        required
        autofocus={!props.waits}
        placeholder={t().customerHint}
        value={draft().customerId}
        options={options.customers()}
        onChange={(customerId) => props.form.change({ customerId })}
        error={props.form.error('customerId')}
      />
      <Combobox
        label={t().field.serviceId}
        required
        placeholder={t().serviceHint}
        value={draft().serviceId}
        options={options.services()}
        onChange={(serviceId) => props.form.change({ serviceId })}
        error={props.form.error('serviceId')}
      />
    </Section>
  );
}

/** What can be chosen now. What an older order has chosen and was disabled since keeps its name. */
function useOptions() {
  const actor = useActor();
  const [outlets, customers] = [useReference('outlets'), useReference('customers')];
  const [services, roads] = [useCatalog('service'), useCatalog('road-condition')];
  const optionOf = (item: Parameters<typeof itemName>[0]): ComboOption => ({
    value: item.id,
    label: itemName(item, locale()),
    keywords: `${item.code} ${item.translations?.en ?? ''}`,
  });
  return {
    outlets: createMemo(() =>
      outlets()
        .filter(({ id, disabled }) => !disabled && seesOutlet(actor, id))
        .map(namedOption),
    ),
    customers: createMemo(() =>
      customers()
        .filter((customer) => !customer.disabled && serves(actor, customer.outletIds))
        .map((customer) => ({
          ...namedOption(customer),
          detail: [customer.contact.name, customer.contact.phone].filter(Boolean).join(' '),
        })),
    ),
    services: createMemo(() => services().map(optionOf)),
    roads: createMemo(() => roads().map((item) => ({ value: item.id, label: itemName(item, locale()) }))),
  };
}

const kinds = ['normal', 'reservation'] as const;

function KindField(props: { value: Draft['kind']; onChange: (kind: Draft['kind']) => void }): JSX.Element {
  const t = useStrings(formStrings);
  return (
    <fieldset class={css.kind}>
      <legend>{t().kind}</legend>
      <div class={css.choices}>
        <For each={kinds}>
          {(kind) => (
            <label class={css.choice}>
              <input
                type="radio"
                name="kind"
                checked={props.value === kind}
                onChange={() => props.onChange(kind)}
              />
              {t()[kind]}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}

type TextKey =
  | 'contactName'
  | 'contactPhone'
  | 'plate'
  | 'model'
  | 'color'
  | 'vin'
  | 'requesterName'
  | 'requesterPhone'
  | 'customerOrderNumber';

/** What is typed into them is tidied. */
const fields: Partial<Record<TextKey, (props: PlateFieldProps) => JSX.Element>> = {
  contactPhone: PhoneField,
  requesterPhone: PhoneField,
  plate: PlateField,
};

function DraftText(props: {
  form: FormState;
  name: TextKey;
  required?: boolean;
  placeholder?: string;
}): JSX.Element {
  const t = useStrings(formStrings);
  return (
    <Dynamic
      component={fields[props.name] ?? TextField}
      label={t().field[props.name]}
      name={props.name}
      required={props.required}
      placeholder={props.placeholder}
      value={props.form.draft()[props.name]}
      onInput={(text) => props.form.change({ [props.name]: text })}
      onBlur={() => props.form.leave(props.name)}
      error={props.form.error(props.name)}
    />
  );
}

function CarSection(props: Props & { children: JSX.Element }): JSX.Element {
  const t = useStrings(formStrings);
  const known = untrack(() => (props.isNew ? createCallerKnown(props.form) : undefined));
  // Enter alone goes on to the next field, and Tab does not stop at what a caller may not want.
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.altKey && known?.fillIn()) event.preventDefault();
  };
  return (
    <Section title={t().section.car} onKeyDown={keys}>
      <DraftText form={props.form} name="contactPhone" required />
      <Show when={known}>{(caller) => <KnownCallerLine known={caller()} />}</Show>
      <DraftText form={props.form} name="contactName" required />
      <DraftText form={props.form} name="plate" required placeholder={t().plateHint} />
      <DraftText form={props.form} name="model" />
      <DraftText form={props.form} name="color" />
      <DraftText form={props.form} name="vin" />
      <TextField
        class={css.half}
        label={t().field.fault}
        maxLength={500}
        value={props.form.draft().fault}
        onInput={(fault) => props.form.change({ fault })}
        error={props.form.error('fault')}
      />
      {props.children}
    </Section>
  );
}

function PlaceSection(props: Props & { recent: Parameters<typeof knownPlaces>[0] }): JSX.Element {
  const t = useStrings(formStrings);
  const outlets = useReferenceMap('outlets');
  const options = useOptions();
  const draft = () => props.form.draft();
  const places = createMemo(() => knownPlaces(props.recent, [...outlets().values()]));
  const outlet = () => outlets().get(draft().outletId ?? '');
  const [added, setAdded] = createSignal(false);
  const hasDestination = () =>
    added() || props.form.needsDestination() || draft().destination.address.trim() !== '';
  const field = { form: props.form };
  return (
    <Section title={t().section.places} places>
      <PlaceField {...field} name="pickup" required places={places()} outlet={outlet()} />
      <Show when={hasDestination()} fallback={<NoDestination {...props} onAdd={() => setAdded(true)} />}>
        <PlaceField
          {...field}
          name="destination"
          required={props.form.needsDestination()}
          places={places()}
          outlet={outlet()}
        />
      </Show>
      <Show when={props.form.asksRoadCondition() || draft().roadConditionId !== null}>
        <Select
          label={t().field.roadConditionId}
          clearable
          placeholder="—"
          value={draft().roadConditionId}
          options={options.roads()}
          onChange={(roadConditionId) => props.form.change({ roadConditionId })}
        />
      </Show>
    </Section>
  );
}

function NoDestination(props: Props & { onAdd: () => void }): JSX.Element {
  const t = useStrings(formStrings);
  return (
    <div class={css.none}>
      <Show when={props.form.draft().serviceId}>
        <span>{t().place.none}</span>
      </Show>
      <Button size="small" variant="ghost" icon={Plus} onClick={() => props.onAdd()}>
        {t().place.add}
      </Button>
    </div>
  );
}

function MoreSection(props: Props): JSX.Element {
  const t = useStrings(formStrings);
  return (
    <Section title={t().section.more}>
      <DraftText form={props.form} name="requesterName" />
      <DraftText form={props.form} name="requesterPhone" />
      <DraftText form={props.form} name="customerOrderNumber" />
      <TextArea
        class={css.whole}
        label={t().field.note}
        rows={2}
        maxLength={2000}
        value={props.form.draft().note}
        onInput={(note) => props.form.change({ note })}
        error={props.form.error('note')}
      />
    </Section>
  );
}
