// The parts of an outlet's form.
import { createMemo, Show, type JSX } from 'solid-js';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import { useReference } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import type { Form } from '../ui/form/form.ts';
import { MapPicker } from '../ui/map/map-picker.tsx';
import { MapView } from '../ui/map/map-view.tsx';
import { FormGrid, Wide } from '../ui/page.tsx';
import { PhoneField } from '../ui/plate-field.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { TextListField } from '../ui/text-list-field.tsx';
import { createAddressFilling } from './found-address.ts';
import { outletStrings } from './strings.ts';

export type OutletForm = Form<Outlet>;

interface Props {
  form: OutletForm;
}

export function OutletBasics(props: Props & { isNew: boolean }): JSX.Element {
  const t = useStrings(outletStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <TextField {...form.text('name', t().name)} autofocus={props.isNew} />
      <PhoneField {...form.text('phone', t().phone)} />
      <TextField {...form.text('contact', t().contact)} />
      <Wide>
        <TextField {...form.text('address', t().address)} />
      </Wide>
      <Wide>
        <TextArea {...form.text('note', t().note)} rows={2} />
      </Wide>
    </FormGrid>
  );
}

export function OutletPosition(props: Props & { id: string; mayEdit: boolean }): JSX.Element {
  const t = useStrings(outletStrings);
  const others = useOtherOutlets(props.id);
  const { form } = props;
  const [lng, lat] = [form.value('lng', t().position), form.value('lat', t().position)];
  const point = () => {
    const { lng, lat } = form.values;
    return lng === undefined || lat === undefined ? null : { lng, lat };
  };
  const put = (next: { lng: number; lat: number } | null, problem?: string): void => {
    lng.onChange(next?.lng ?? null, problem);
    form.set('lat', next?.lat);
  };
  const fill = createAddressFilling({
    read: () => form.values.address,
    write: (address) => form.set('address', address),
  });
  const own = () => {
    const found = point();
    return found ? [{ id: props.id, label: form.values.name ?? '', ...found }] : [];
  };
  return (
    <Show when={props.mayEdit} fallback={<MapView label={t().position} points={own()} />}>
      <MapPicker
        label={t().position}
        value={point()}
        onChange={put}
        onAddress={fill}
        around={others()}
        points={others()}
        required
        path={lng.path}
        error={lng.error ?? lat.error}
      />
    </Show>
  );
}

export function OutletCallSystem(props: Props): JSX.Element {
  const t = useStrings(outletStrings);
  return (
    <TextListField
      {...props.form.list('callSystemAddresses', t().addresses)}
      description={t().callSystemHint}
      placeholder="192.168.1.20"
    />
  );
}

function useOtherOutlets(id: string) {
  const outlets = useReference('outlets');
  return createMemo(() =>
    outlets()
      .filter((outlet) => outlet.id !== id && !outlet.disabled)
      .map(({ id: own, name, lng, lat }) => ({ id: own, label: name, lng, lat })),
  );
}
