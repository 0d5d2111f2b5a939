// The fields of an employee: who it is, where he stands, and when he works.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import { beyondGrant } from '#schemas/staff/granting.ts';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { seeAllOutlets } from '#schemas/staff/actor.ts';
import { employments } from '#schemas/staff/staff.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { valueStrings } from '../sync/value-strings.ts';
import type { ComboOption } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { MultiSelect } from '../ui/multi-select.tsx';
import { FormGrid, Wide } from '../ui/page.tsx';
import { PhoneField } from '../ui/plate-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import type { EmployeeForm } from './employee-form.ts';
import { employeeStrings } from './employee-strings.ts';

const genders = ['male', 'female'] as const;

export function EmployeeBasics(props: { form: EmployeeForm; isNew: boolean }): JSX.Element {
  const t = useStrings(employeeStrings);
  const values = useStrings(valueStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <TextField {...form.text('name', t().name)} autofocus={props.isNew} />
      <TextField {...form.text('username', t().username)} description={t().usernameHint} />
      <TextField {...form.text('jobNumber', t().jobNumber)} />
      <Select
        {...form.value('gender', t().gender)}
        clearable
        options={genders.map((gender) => ({ value: gender, label: values().gender[gender] }))}
      />
      <PhoneField {...form.text('phone', t().phone)} />
      <TextField {...form.text('email', t().email)} type="email" />
      <Wide>
        <TextArea {...form.text('note', t().note)} rows={2} />
      </Wide>
    </FormGrid>
  );
}

export function EmployeePosition(props: { form: EmployeeForm }): JSX.Element {
  const t = useStrings(employeeStrings);
  const roles = useRoleOptions();
  const outlets = useOutletOptions();
  const { form } = props;
  const all = useReference('roles');
  const seesAll = () => seeAllOutlets(form.values.roleIds ?? [], all());
  return (
    <FormGrid columns={3}>
      <MultiSelect
        {...form.list('roleIds', t().roles)}
        required={form.values.employment !== 'left'}
        options={roles()}
      />
      <MultiSelect
        {...form.list('outletIds', t().outlets)}
        required={!seesAll() && form.values.employment !== 'left'}
        options={outlets()}
        placeholder={seesAll() ? t().allOutlets : t().choose}
      />
      <TextField
        {...form.text('extension', t().extension)}
        inputMode="numeric"
        description={t().extensionHint}
      />
    </FormGrid>
  );
}

export function EmployeeHours(props: { form: EmployeeForm }): JSX.Element {
  const t = useStrings(employeeStrings);
  const values = useStrings(valueStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <Select
        {...form.value('employment', t().employment)}
        options={employments.map((state) => ({ value: state, label: values().employment[state] }))}
      />
      <DateField {...form.value('hiredOn', t().hiredOn)} />
      <FormGrid>
        <TimeField {...form.value('hours.from', t().hoursFrom)} />
        <TimeField {...form.value('hours.to', t().hoursTo)} description={t().hoursHint} />
      </FormGrid>
    </FormGrid>
  );
}

/** A role that has what this person does not have is shown, and says why it cannot be given. */
function useRoleOptions(): Accessor<readonly ComboOption[]> {
  const t = useStrings(employeeStrings);
  const values = useStrings(valueStrings);
  const actor = useActor();
  const roles = useReference('roles');
  return createMemo(() =>
    roles()
      .filter(({ disabled }) => !disabled)
      .map(({ id, name, permissions, note }): ComboOption => {
        const beyond = beyondGrant(actor, permissions);
        if (beyond === undefined) return { value: id, label: name, detail: note };
        return {
          value: id,
          label: name,
          detail: t().beyondYou(values().permissions[beyond]),
          disabled: true,
        };
      }),
  );
}

function useOutletOptions(): Accessor<readonly ComboOption[]> {
  const actor = useActor();
  const outlets = useReference('outlets');
  return createMemo(() =>
    outlets()
      .filter(({ id, disabled }) => !disabled && seesOutlet(actor, id))
      .map(({ id, name }) => ({ value: id, label: name })),
  );
}
