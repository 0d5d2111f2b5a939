// What the company is called, and another name for it. Only the server knows it, so it takes a network.
import { createSignal, Show, type JSX } from 'solid-js';
import { CompanyProfile } from '#schemas/staff/company.ts';
import { parse } from '#schemas/core/validate.ts';
import { useCodeText } from '../app/code-text.ts';
import { useDeps } from '../app/deps.tsx';
import { FormDialog } from '../app/form-dialog.tsx';
import { codeOf } from '../data/answer.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { createForm, type Form } from '../ui/form/form.ts';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import css from './setup.module.css';
import { setupStrings } from './strings.ts';

export function CompanyName(): JSX.Element {
  const t = useStrings(setupStrings);
  const { session } = useDeps();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <section class={css.company}>
      <div class={css.text}>
        <h2 class={css.name}>{t().companyName(session.companyName())}</h2>
        <p class={css.why}>{t().companyNameUse}</p>
      </div>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        {t().rename}
      </Button>
      <Show when={isOpen()}>
        <RenameDialog onClose={() => setOpen(false)} />
      </Show>
    </section>
  );
}

function RenameDialog(props: { onClose: () => void }): JSX.Element {
  const t = useStrings(setupStrings);
  const form = useCompanyForm(() => props.onClose());
  return (
    <FormDialog
      form={form}
      title={t().rename}
      description={t().companyNameUse}
      saveLabel={t().saveName}
      offline={t().renameOffline}
      onClose={() => props.onClose()}
    >
      <TextField {...form.text('name', t().nameOnPaper)} autofocus onEnter={() => void form.submit()} />
    </FormDialog>
  );
}

function useCompanyForm(onSaved: () => void): Form<CompanyProfile> {
  const t = useStrings(setupStrings);
  const text = useCodeText();
  const { http, session } = useDeps();
  return createForm({
    schema: CompanyProfile,
    initial: () => ({ name: session.companyName() }),
    onSubmit: async (profile) => {
      const answer = await http.putJson('/api/company', profile);
      if (!answer.ok) return text(codeOf(answer.error));
      const kept = parse(CompanyProfile, answer.value);
      session.companyRenamed(kept.ok ? kept.value.name : profile.name);
      return undefined;
    },
    onSaved: () => {
      toast.success(t().renamed);
      onSaved();
    },
  });
}
