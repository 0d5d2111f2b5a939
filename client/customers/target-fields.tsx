// How soon a customer is to be helped, by service.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { For, Show, type JSX } from 'solid-js';
import { targetSteps } from '#schemas/orders/target-fields.ts';
import { usualTargets } from '#schemas/orders/targets.ts';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions } from '../records/options.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { MultiSelect } from '../ui/multi-select.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Stack } from '../ui/page.tsx';
import type { CustomerForm } from './customer-fields.tsx';
import css from './customers.module.css';
import { customerStrings } from './strings.ts';

interface Props {
  form: CustomerForm;
}

export function AddTarget(props: Props): JSX.Element {
  const t = useStrings(customerStrings);
  const rows = props.form.rows('targets');
  return (
    <Button size="small" icon={Plus} onClick={() => rows.add({})}>
      {t().addTarget}
    </Button>
  );
}

export function CustomerTargets(props: Props & { mayEdit: boolean }): JSX.Element {
  const t = useStrings(customerStrings);
  const services = useCatalogOptions('service');
  const { form } = props;
  const rows = form.rows('targets');
  return (
    <Stack gap="small">
      <For each={rows.items()} fallback={<p class={css.quiet}>{t().noTargets}</p>}>
        {(_, index) => (
          <div class={css.target}>
            <MultiSelect
              {...form.list(`targets.${index()}.serviceIds`, t().services)}
              options={services()}
              placeholder={t().otherServices}
            />
            <For each={targetSteps}>
              {(step) => (
                <NumberField
                  {...form.value(`targets.${index()}.${step}`, t().targetSteps[step])}
                  integer
                  min={1}
                  max={10_080}
                  placeholder={String(usualTargets[step])}
                />
              )}
            </For>
            <Show when={props.mayEdit}>
              <IconButton icon={Trash} label={t().removeTarget} onClick={() => rows.remove(index())} />
            </Show>
          </div>
        )}
      </For>
    </Stack>
  );
}
