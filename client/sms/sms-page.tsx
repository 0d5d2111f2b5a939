// 短信通道: which gateway messages go through. The server alone holds it, and never shows a secret again.
import { For, Show, type JSX } from 'solid-js';
import Type from 'typebox';
import { parse } from '#schemas/core/validate.ts';
import { SmsSettings } from '#schemas/sms/settings.ts';
import { useCodeText } from '../app/code-text.ts';
import { useDeps } from '../app/deps.tsx';
import { EditForm, useEditForm } from '../app/edit-form.tsx';
import { codeOf, useAnswer } from '../data/answer.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Card } from '../ui/card.tsx';
import { Copied } from '../ui/copied.tsx';
import type { Form } from '../ui/form/form.ts';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { FormGrid, Page, Stack } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { fieldsOf, gateways, isSecret, missingIn, settingsOf, SmsDraft, type SmsField } from './form.ts';
import css from './sms.module.css';
import { smsGatewayStrings } from './strings.ts';

const Stored = Type.Object({ settings: SmsSettings, receiptPath: Type.Optional(Type.String()) });
type Stored = Type.Static<typeof Stored>;

export default function SmsPage(): JSX.Element {
  const t = useStrings(smsGatewayStrings);
  const answer = useAnswer<unknown>('/api/sms/settings');
  const stored = () => {
    const parsed = parse(Stored, answer.value());
    return parsed.ok ? parsed.value : undefined;
  };
  return (
    <Page title={t().title} description={t().description}>
      <Show
        when={stored()}
        fallback={
          <Show when={answer.state() !== 'loading'} fallback={<LoadingState />}>
            <ErrorState hint={t().offlineHint} onRetry={() => answer.refresh()} />
          </Show>
        }
      >
        {(found) => <GatewayForm stored={found()} onSaved={() => answer.refresh()} />}
      </Show>
    </Page>
  );
}

interface Props {
  stored: Stored;
  onSaved: () => void;
}

function GatewayForm(props: Props): JSX.Element {
  const t = useStrings(smsGatewayStrings);
  const sync = useSync();
  const form = useGatewayForm(props);
  const gateway = () => form.values.gateway ?? 'log';
  const stays = (field: SmsField) => isSecret(field) && props.stored.settings.gateway === gateway();
  return (
    <Stack gap="large">
      <EditForm
        form={form}
        footer={<SaveBar form={form} disabledReason={sync.online() ? undefined : t().offlineHint} />}
      >
        <Card>
          <Stack>
            <FormGrid>
              <Select
                {...form.value('gateway', t().gateway)}
                options={gateways.map((value) => ({ value, label: t().gateways[value] }))}
                description={t().gatewayHints[gateway()]}
              />
            </FormGrid>
            <Show when={gateway() !== 'log'}>
              <FormGrid>
                <For each={fieldsOf[gateway()]}>
                  {(field) => (
                    <TextField
                      {...form.text(field, t().fields[field])}
                      required={!stays(field)}
                      type={isSecret(field) ? 'password' : 'text'}
                      autocomplete={isSecret(field) ? 'new-password' : 'off'}
                      placeholder={stays(field) ? t().secretStays : undefined}
                      description={t().fieldHints[field]}
                    />
                  )}
                </For>
              </FormGrid>
            </Show>
          </Stack>
        </Card>
      </EditForm>
      <AfterSaving {...props} />
    </Stack>
  );
}

/** What is left to do on the provider's side. */
function AfterSaving(props: Props): JSX.Element {
  const t = useStrings(smsGatewayStrings);
  const isLogged = () => props.stored.settings.gateway === 'log';
  return (
    <Show when={!isLogged()} fallback={<Banner tone="info">{t().loggedOnly}</Banner>}>
      <Card title={t().atProvider}>
        <Stack>
          <p>{t().templates}</p>
          <Show when={props.stored.receiptPath}>
            {(path) => (
              <div class={css.receipt}>
                <p>{t().receipt}</p>
                <Copied text={location.origin + path()} />
              </div>
            )}
          </Show>
        </Stack>
      </Card>
    </Show>
  );
}

function useGatewayForm(props: Props): Form<SmsDraft> {
  const t = useStrings(smsGatewayStrings);
  const text = useCodeText();
  const { http } = useDeps();
  return useEditForm({
    schema: SmsDraft,
    initial: () => props.stored.settings,
    secret: ['accessKeySecret', 'secretKey', 'token'],
    patternHints: () => ({ url: t().badUrl }),
    problems: (draft) =>
      Object.fromEntries(missingIn(draft, props.stored.settings.gateway).map((field) => [field, t().needed])),
    onSubmit: async (draft) => {
      const answer = await http.putJson('/api/sms/settings', settingsOf(draft));
      if (answer.ok) return undefined;
      const code = codeOf(answer.error);
      return code === 'invalid-request' && draft.gateway === 'http' ? { url: t().badUrl } : text(code);
    },
    onSaved: () => {
      props.onSaved();
      toast.success(t().saved);
    },
  });
}
