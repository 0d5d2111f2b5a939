// What a role is called, and the role that a new one begins as.
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import type { Role } from '#schemas/staff/staff.ts';
import { useReference } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { valueStrings } from '../sync/value-strings.ts';
import type { Form } from '../ui/form/form.ts';
import { FormGrid, Wide } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { Banner } from '../ui/banner.tsx';
import { useCopying } from './copying.ts';
import { roleStrings } from './strings.ts';

interface Props {
  form: Form<Role>;
  isNew: boolean;
  /** The role it is a copy of. */
  from: string | undefined;
}

export function RoleBasics(props: Props): JSX.Element {
  const t = useStrings(roleStrings);
  const { form } = props;
  return (
    <FormGrid>
      <TextField {...form.text('name', t().name)} autofocus={props.isNew} />
      <Show when={props.isNew}>
        <StartFrom {...props} />
      </Show>
      <Wide>
        <TextArea {...form.text('note', t().note)} rows={2} />
      </Wide>
    </FormGrid>
  );
}

function StartFrom(props: Props): JSX.Element {
  const t = useStrings(roleStrings);
  const values = useStrings(valueStrings);
  const roles = useReference('roles');
  const copyOf = useCopying();
  const [chosen, setChosen] = createSignal(props.from ?? '');
  const options = createMemo(() => [
    { value: '', label: t().copyOfNone },
    ...roles().map(({ id, name }) => ({ value: id, label: name })),
  ]);
  const leftOut = () =>
    (copyOf(chosen())?.leftOut ?? [])
      .map((permission) => values().permissions[permission])
      .join(t().listSeparator);
  const choose = (id: string | null): void => {
    setChosen(id ?? '');
    props.form.set('permissions', [...(copyOf(id ?? '')?.permissions ?? [])]);
  };
  return (
    <>
      <Select
        label={t().copyOf}
        description={t().copyOfHint}
        value={chosen()}
        onChange={choose}
        options={options()}
      />
      <Show when={leftOut()}>
        {(names) => (
          <Wide>
            <Banner tone="info">{t().leftOut(names())}</Banner>
          </Wide>
        )}
      </Show>
    </>
  );
}
