// 短信: a message to the person at the car or to whoever ordered, from a template, as it will arrive.
import { For, Show, type JSX } from 'solid-js';
import { linkField, previewLengthOf } from '#schemas/sms/template.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormGrid } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { EmptyState } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import css from './sms.module.css';
import { createSms, otherPhone, type SmsForm } from './sms-form.ts';
import { smsStrings } from './sms-strings.ts';
import { orderStrings } from './strings.ts';

interface Props {
  order: ProjectedOrder;
  onClose: () => void;
}

export function SmsDialog(props: Props): JSX.Element {
  const t = useStrings(smsStrings);
  const form = createSms(props);
  const number = () => props.order.number || props.order.car.plate;
  return (
    <Dialog
      open
      title={t().title(number())}
      dismissable={!form.isDirty()}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t().cancel}</Button>
          <Button
            variant="primary"
            busy={form.busy()}
            disabledReason={form.templates().length === 0 ? t().noTemplates : undefined}
            onClick={() => void form.submit()}
          >
            {t().send}
          </Button>
        </>
      }
    >
      <Show when={form.templates().length > 0} fallback={<EmptyState title={t().noTemplates} />}>
        <Fields form={form} />
        <Show when={form.templateId()}>
          <Preview form={form} />
        </Show>
      </Show>
    </Dialog>
  );
}

function Fields(props: { form: SmsForm }): JSX.Element {
  const t = useStrings(smsStrings);
  const problem = (value: string): string | undefined =>
    props.form.tried() && !value.trim() ? t().missing : undefined;
  return (
    <>
      <Show when={props.form.error()}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
      <FormGrid>
        <Select
          label={t().template}
          required
          value={props.form.templateId() ?? null}
          options={props.form.templates()}
          onChange={(id) => id !== null && props.form.setTemplate(id)}
          error={problem(props.form.templateId() ?? '')}
        />
        <Select
          label={t().to}
          required
          value={props.form.recipient()}
          options={props.form.recipients()}
          onChange={(value) => value !== null && props.form.setRecipient(value)}
        />
        <Show when={props.form.recipient() === otherPhone}>
          <TextField
            label={t().phone}
            type="tel"
            inputMode="tel"
            required
            value={props.form.typedPhone()}
            onInput={props.form.setTypedPhone}
            error={problem(props.form.typedPhone())}
          />
        </Show>
        <For each={props.form.openFields()}>
          {(field) => (
            <TextField
              label={props.form.labelOf(field)}
              required
              maxLength={200}
              value={props.form.paramOf(field)}
              onInput={(value) => props.form.setParam(field, value)}
              error={problem(props.form.paramOf(field))}
            />
          )}
        </For>
      </FormGrid>
    </>
  );
}

/** A link stands for itself: its secret is made when the message leaves. */
function Preview(props: { form: SmsForm }): JSX.Element {
  const t = useStrings(smsStrings);
  const words = useStrings(orderStrings);
  const text = () => props.form.preview();
  const hasLink = () => text().includes(`{${linkField}}`);
  const length = (): string => {
    const { units, parts } = previewLengthOf(text());
    return hasLink() ? t().about(units, parts) : t().length(units, parts);
  };
  return (
    <section class={css.preview} aria-label={t().preview}>
      <h3>{t().preview}</h3>
      <p class={css.bubble}>{text().replaceAll(`{${linkField}}`, words().linkHere)}</p>
      <p class={css.length} role="status">
        {length()}
      </p>
    </section>
  );
}
