// What somebody may drive and operate, and until when.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { dueOn } from '#schemas/fleet/expiry.ts';
import { licencesDue } from '#schemas/staff/licence-expiry.ts';
import { licenceClasses, type Staff } from '#schemas/staff/staff.ts';
import { useStrings } from '../i18n/strings.ts';
import { useToday } from '../records/today.ts';
import { Badge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Select } from '../ui/select.tsx';
import type { EmployeeForm } from './employee-form.ts';
import { employeeStrings } from './employee-strings.ts';
import css from './employee.module.css';
import { dueTones } from './licence-badge.tsx';

interface Props {
  form: EmployeeForm;
  mayEdit: boolean;
}

export function EmployeeLicences(props: Props): JSX.Element {
  const t = useStrings(employeeStrings);
  const { form } = props;
  const rows = form.rows('licences');
  return (
    <For each={rows.items()} fallback={<p class={css.quiet}>{t().noLicences}</p>}>
      {(_, index) => (
        <div class={css.licence}>
          <Select
            {...form.value(`licences.${index()}.class`, t().licenceClass)}
            options={licenceClasses.map((each) => ({ value: each, label: t().classes[each] }))}
          />
          <DateField {...form.value(`licences.${index()}.expiresOn`, t().expiresOn)} />
          <span class={css.due}>
            <DueBadge on={form.values.licences?.[index()]?.expiresOn} />
          </span>
          <Show when={props.mayEdit}>
            <IconButton
              icon={Trash}
              label={t().removeLicence(index() + 1)}
              onClick={() => rows.remove(index())}
            />
          </Show>
        </div>
      )}
    </For>
  );
}

export function AddLicence(props: Props): JSX.Element {
  const t = useStrings(employeeStrings);
  const rows = props.form.rows('licences');
  return (
    <Show when={props.mayEdit}>
      <Button size="small" icon={Plus} onClick={() => rows.add({})}>
        {t().addLicence}
      </Button>
    </Show>
  );
}

function DueBadge(props: { on: string | undefined }): JSX.Element {
  const t = useStrings(employeeStrings);
  const today = useToday();
  return (
    <Show when={props.on}>
      {(on) => (
        <Badge tone={dueTones[dueOn(on(), today())] ?? 'success'}>{t().due[dueOn(on(), today())]}</Badge>
      )}
    </Show>
  );
}

/** Over the fields, as they are saved. */
export function LicenceWarnings(props: { person: Staff | undefined }): JSX.Element {
  const t = useStrings(employeeStrings);
  const today = useToday();
  const due = createMemo(() => (props.person ? licencesDue(props.person, today()) : []));
  return (
    <For each={due()}>
      {({ class: kind, expiresOn, state }) => (
        <Banner tone={state === 'expired' ? 'danger' : 'warning'}>
          {state === 'expired'
            ? t().dueSince(t().classes[kind], expiresOn)
            : t().dueIn(t().classes[kind], expiresOn)}
        </Banner>
      )}
    </For>
  );
}
