// What each type of the catalog has beside its name.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { For, Match, Switch as Cases, type JSX } from 'solid-js';
import type { CatalogItem, CatalogType } from '#schemas/catalog/catalog.ts';
import { useCatalogOptions } from '../customers/customer-cards.tsx';
import { useStrings } from '../i18n/strings.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckboxGroup } from '../ui/choice-group.tsx';
import { Combobox } from '../ui/combobox.tsx';
import type { Form } from '../ui/form/form.ts';
import { MoneyField } from '../ui/money-field.tsx';
import { MultiSelect } from '../ui/multi-select.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Wide } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import css from './catalog.module.css';
import { catalogStrings } from './strings.ts';

export type ItemForm = Form<CatalogItem>;
interface Props {
  form: ItemForm;
}

export function TypeFields(props: Props & { type: CatalogType }): JSX.Element {
  return (
    <Cases>
      <Match when={props.type === 'service'}>
        <ServiceFields form={props.form} />
      </Match>
      <Match when={props.type === 'vehicle-type'}>
        <VehicleTypeFields form={props.form} />
      </Match>
      <Match when={props.type === 'price-item'}>
        <PriceFields form={props.form} />
      </Match>
      <Match when={props.type === 'reason'}>
        <ReasonFields form={props.form} />
      </Match>
      <Match when={props.type === 'car-make'}>
        <ModelFields form={props.form} />
      </Match>
      <Match when={props.type === 'sms-template'}>
        <TemplateFields form={props.form} />
      </Match>
    </Cases>
  );
}

function ServiceFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const [types, equipment] = [useCatalogOptions('vehicle-type'), useCatalogOptions('equipment')];
  const { form } = props;
  return (
    <Card title={t().needs}>
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
      </FormGrid>
    </Card>
  );
}

function VehicleTypeFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  return (
    <Card title={t().needs}>
      <FormGrid>
        <NumberField {...props.form.value('maxLoadKg', t().maxLoad)} integer min={0} unit="kg" />
      </FormGrid>
    </Card>
  );
}

const units = ['once', 'km', 'hour', 'wheel'] as const;

function PriceFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const { form } = props;
  return (
    <Card title={t().price}>
      <FormGrid>
        <MoneyField {...form.value('unitFen', t().price)} description={t().priceHint} />
        <Select
          {...form.value('unit', t().unit)}
          options={units.map((unit) => ({ value: unit, label: t().units[unit] }))}
        />
      </FormGrid>
    </Card>
  );
}

const uses = ['void', 'decline', 'empty-run'] as const;

function ReasonFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  return (
    <Card title={t().reasonFor}>
      <CheckboxGroup
        {...props.form.list('reasonFor', t().reasonFor)}
        options={uses.map((use) => ({ value: use, label: t().uses[use] }))}
      />
    </Card>
  );
}

function ModelFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const kinds = useCatalogOptions('car-model');
  const { form } = props;
  const models = form.rows('models');
  return (
    <Card
      title={t().models}
      actions={
        <Button size="small" icon={Plus} onClick={() => models.add({ name: '' })}>
          {t().addModel}
        </Button>
      }
    >
      <div class={css.models}>
        <For each={models.items()}>
          {(_, index) => (
            <div class={css.model}>
              <TextField {...form.text(`models.${index()}.name`, t().modelName)} />
              <Combobox
                {...form.value(`models.${index()}.carModelId`, t().kindOfCar)}
                options={kinds()}
                clearable
              />
              <IconButton icon={Trash} label={t().removeModel} onClick={() => models.remove(index())} />
            </div>
          )}
        </For>
      </div>
    </Card>
  );
}

function TemplateFields(props: Props): JSX.Element {
  const t = useStrings(catalogStrings);
  const { form } = props;
  return (
    <Card title={t().body}>
      <FormGrid>
        <Wide>
          <TextArea {...form.text('body', t().body)} rows={4} description={t().bodyHint} />
        </Wide>
        <TextField {...form.text('providerCode', t().providerCode)} />
      </FormGrid>
    </Card>
  );
}
