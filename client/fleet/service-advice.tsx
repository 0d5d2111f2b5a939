// Under the services of a vehicle: what it cannot do by its type, what it lacks for them, and the usual ones.
import { createMemo, Show, type JSX } from 'solid-js';
import { useCatalog } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Button } from '../ui/button.tsx';
import css from './vehicle.module.css';
import { vehicleStrings } from './strings.ts';
import { unsuitable, usualServices } from './suitable-services.ts';
import type { VehicleForm } from './vehicle-fields.tsx';

export function ServiceAdvice(props: { form: VehicleForm }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const names = useNames();
  const services = useCatalog('service');
  const { form } = props;
  const found = createMemo(() => unsuitable(form.values, services()));
  const listed = (ids: readonly string[]) => ids.map(names.catalog).join(t().listSeparator);
  const usual = createMemo(() => usualServices(form.values.typeId, services()));
  const isOffered = () => (form.values.serviceIds ?? []).length === 0 && usual().length > 0;
  return (
    <div class={css.advice}>
      <div role="status">
        <Show when={found().services.length > 0}>
          <p class={css.warning}>
            {t().unfit(names.catalog(form.values.typeId), listed(found().services.map(({ id }) => id)))}
          </p>
        </Show>
        <Show when={found().equipmentIds.length > 0}>
          <p class={css.warning}>{t().unequipped(listed(found().equipmentIds))}</p>
        </Show>
      </div>
      <Show when={isOffered()}>
        <Button size="small" variant="ghost" onClick={() => form.set('serviceIds', usual())}>
          {t().takeUsual(usual().length)}
        </Button>
      </Show>
    </div>
  );
}
