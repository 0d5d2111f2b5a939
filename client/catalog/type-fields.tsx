// What each type of the catalog has beside its name.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { For, Show, type JSX } from 'solid-js';
import type { CatalogItem, CatalogType } from '#schemas/catalog/catalog.ts';
import { startCode } from '#schemas/finance/pricing/rate-of.ts';
import { targetSteps } from '#schemas/orders/target-fields.ts';
import { usualTargets } from '#schemas/orders/targets.ts';
import { useCatalog } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions } from '../records/options.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CheckboxGroup } from '../ui/choice-group.tsx';
import { Combobox } from '../ui/combobox.tsx';
import type { Form } from '../ui/form/form.ts';
import { MoneyField } from '../ui/money-field.tsx';
import { MultiSelect } from '../ui/multi-select.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Wide } from '../ui/page.tsx';
import type { RecordSection } from '../ui/record-page.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import css from './catalog.module.css';
import { catalogStrings } from './strings.ts';

export type ItemForm = Form<CatalogItem>;
interface Props {
  form: ItemForm;
}

/** What the type has beside its name; some have nothing. */
export function useTypeSection(type: CatalogType, form: ItemForm, mayEdit: boolean): () => RecordSection[] {
  const t = useStrings(catalogStrings);
  const sections = (): Partial<Record<CatalogType, Omit<RecordSection, 'id'>>> => ({
    service: { label: t().needs, content: () => <ServiceFields form={form} /> },
    'vehicle-type': { label: t().carries, content: () => <VehicleTypeFields form={form} /> },
    'price-item': { label: t().standardPrice, content: () => <PriceFields form={form} /> },
    reason: { label: t().occasions, content: () => <ReasonFields form={form} /> },
    'car-make': {
      label: t().models,
      content: () => <ModelFields form={form} mayEdit={mayEdit} />,
      actions: () => <AddModel form={form} />,
    },
    'sms-template': { label: t().message, content: () => <TemplateFields form={form} /> },
  });
  return () => [sections()[type] ?? []].flat().map((section) => ({ id: 'own', ...section }));
}

function ServiceFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const [types, equipment] = [useCatalogOptions('vehicle-type'), useCatalogOptions('equipment')];
  const { form } = props;
  return (
    <FormGrid>
      <Switch {...form.check('needsDestination', t().needsDestination)} />
      <Switch {...form.check('asksRoadCondition', t().asksRoadCondition)} />
      <MultiSelect
        {...form.list('vehicleTypeIds', t().vehicleTypes)}
        options={types()}
        placeholder={t().any}
      />
      <MultiSelect
        {...form.list('equipmentIds', t().equipment)}
        options={equipment()}
        placeholder={t().none}
      />
      <For each={targetSteps}>
        {(step) => (
          <NumberField
            {...form.value(`targets.${step}`, t().targetSteps[step])}
            integer
            min={1}
            max={10_080}
            placeholder={String(usualTargets[step])}
          />
        )}
      </For>
    </FormGrid>
  );
}

function VehicleTypeFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  return (
    <FormGrid>
      <NumberField {...props.form.value('maxLoadKg', t().maxLoad)} integer min={0} unit="kg" />
    </FormGrid>
  );
}

const units = ['once', 'km', 'hour', 'wheel'] as const;

function PriceFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const services = useCatalog('service');
  const { form } = props;
  const isStart = () => services().some((service) => startCode(service) === form.values.code);
  return (
    <FormGrid>
      <MoneyField {...form.value('unitFen', t().price)} description={t().priceHint} />
      <Select
        {...form.value('unit', t().unit)}
        options={units.map((unit) => ({ value: unit, label: t().units[unit] }))}
      />
      <Show when={isStart()}>
        <NumberField
          {...form.value('includedKm', t().includedKm)}
          description={t().includedKmHint}
          placeholder="0"
          min={0}
          unit={t().units.km}
        />
      </Show>
    </FormGrid>
  );
}

const uses = ['void', 'decline', 'empty-run'] as const;

function ReasonFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  return (
    <CheckboxGroup
      {...props.form.list('reasonFor', t().reasonFor)}
      options={uses.map((use) => ({ value: use, label: t().uses[use] }))}
    />
  );
}

function AddModel(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const models = props.form.rows('models');
  return (
    <Button size="small" icon={Plus} onClick={() => models.add({ name: '' })}>
      {t().addModel}
    </Button>
  );
}

function ModelFields(props: Props & { mayEdit: boolean }): JSX.Element {
  const t = useStrings(catalogStrings);
  const kinds = useCatalogOptions('car-model');
  const { form } = props;
  const models = form.rows('models');
  return (
    <div class={css.models}>
      <For each={models.items()} fallback={<p class={css.quiet}>{t().noModels}</p>}>
        {(_, index) => (
          <div class={css.model}>
            <TextField {...form.text(`models.${index()}.name`, t().modelName)} />
            <Combobox
              {...form.value(`models.${index()}.carModelId`, t().kindOfCar)}
              options={kinds()}
              clearable
            />
            <Show when={props.mayEdit}>
              <IconButton icon={Trash} label={t().removeModel} onClick={() => models.remove(index())} />
            </Show>
          </div>
        )}
      </For>
    </div>
  );
}

function TemplateFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const { form } = props;
  return (
    <FormGrid>
      <Wide>
        <TextArea {...form.text('body', t().body)} rows={4} description={t().bodyHint} />
      </Wide>
      <TextField {...form.text('providerCode', t().providerCode)} />
    </FormGrid>
  );
}
