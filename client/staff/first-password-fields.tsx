// The first password of somebody who is being taken on.
import { Show, type JSX } from 'solid-js';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { FormGrid } from '../ui/page.tsx';
import { Switch } from '../ui/switch.tsx';
import type { EmployeeForm } from './employee-form.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { passwordStrings } from './password-strings.ts';

export function FirstPasswordFields(props: { form: EmployeeForm }): JSX.Element {
  const t = useStrings(passwordStrings);
  const sync = useSync();
  const { form } = props;
  const isTyped = () => Boolean(form.values.password);
  return (
    <Show when={sync.online() || isTyped()} fallback={<Banner tone="info">{t().offlineNew}</Banner>}>
      <FormGrid>
        <NewPasswordField
          {...form.text('password', t().initial)}
          hint={form.restoredFrom() ? t().typeAgain : t().initialHint}
          suggests
          context={{ username: form.values.username ?? '' }}
        />
        <Switch {...form.check('mustChange', t().mustChange)} />
      </FormGrid>
    </Show>
  );
}
