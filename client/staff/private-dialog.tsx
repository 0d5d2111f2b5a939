// The form of what lies on no device: no draft is kept of it, so it is not left by a slip, and what somebody else has
// written meanwhile is shown beside what was typed.
import { createSignal, Show, type JSX } from 'solid-js';
import { StaffPrivate, type Staff, type StaffPrivateStored } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { LeaveGuard } from '../app/leave-guard.tsx';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { fieldStrings } from '../sync/field-strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormView } from '../ui/form/form-view.tsx';
import { createForm, type Form } from '../ui/form/form.ts';
import { formKitStrings } from '../ui/form/strings.ts';
import { FormGrid, Wide } from '../ui/page.tsx';
import { PhoneField } from '../ui/plate-field.tsx';
import { uiStrings } from '../ui/strings.ts';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { PortraitField } from './portrait-field.tsx';
import { usePrivateApi } from './private-api.ts';
import { privateStrings } from './private-strings.ts';

interface Props {
  person: Staff;
  stored: StaffPrivateStored;
  /** Told of what lies on the server now: what was saved, or what somebody else has written. */
  onStored: (stored: StaffPrivateStored) => void;
  onClose: () => void;
}

export function PrivateDialog(props: Props & { open: boolean }): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  );
}

function OpenDialog(props: Props): JSX.Element {
  const t = useStrings(privateStrings);
  const ui = useStrings(uiStrings);
  const words = useStrings(formKitStrings);
  const sync = useSync();
  const form = usePrivateForm(props);
  const [asking, setAsking] = createSignal(false);
  const close = (): void => void (form.dirty() ? setAsking(true) : props.onClose());
  return (
    <>
      <Dialog
        open
        size="large"
        title={t().editTitle(props.person.name)}
        description={t().hint}
        dismissable={!form.dirty()}
        onClose={close}
        footer={
          <>
            <Button onClick={close}>{ui().cancel}</Button>
            <Button
              variant="primary"
              busy={form.busy()}
              disabledReason={sync.online() ? undefined : t().offlineTyping}
              onClick={() => void form.submit()}
            >
              {words().save}
            </Button>
          </>
        }
      >
        <Show when={!sync.online()}>
          <Banner tone="warning">{t().offlineTyping}</Banner>
        </Show>
        <FormView form={form}>
          <PrivateFields form={form} name={props.person.name} />
        </FormView>
      </Dialog>
      <LeaveGuard isDirty={form.dirty} kept={false} />
      <ConfirmDialog
        open={asking()}
        tone="danger"
        title={words().discardQuestion}
        message={words().discardMessage}
        confirmLabel={words().discard}
        onCancel={() => setAsking(false)}
        onConfirm={() => props.onClose()}
      />
    </>
  );
}

type PrivateForm = Form<StaffPrivate>;

/** Written by somebody else meanwhile: the form takes over what was not touched here, and asks about the rest. */
function usePrivateForm(props: Props): PrivateForm {
  const t = useStrings(privateStrings);
  const codeText = useCodeText();
  const api = usePrivateApi();
  return createForm({
    schema: StaffPrivate,
    initial: () => props.stored.details,
    onSubmit: async (details) => {
      const { id } = props.person;
      const written = await api.write(id, { version: props.stored.version, details });
      if (written.ok) return void props.onStored(written.value);
      const { code, current } = written.error;
      if (!current) return codeText(code);
      props.onStored(current);
      return t().stale;
    },
    onSaved: () => {
      toast.success(t().saved);
      props.onClose();
    },
  });
}

function PrivateFields(props: { form: PrivateForm; name: string }): JSX.Element {
  const t = useStrings(privateStrings);
  const labels = useStrings(fieldStrings);
  const { form } = props;
  return (
    <FormGrid columns={3}>
      <Wide>
        <PortraitField field={form.value('photo', labels().photo)} name={props.name} />
      </Wide>
      <TextField {...form.text('idNumber', labels().idNumber)} autofocus />
      <DateField {...form.value('birthday', labels().birthday)} />
      <TextField {...form.text('licenceNumber', labels().licenceNumber)} />
      <TextField {...form.text('emergencyContact.name', t().contactName)} />
      <TextField {...form.text('emergencyContact.relation', t().contactRelation)} />
      <PhoneField {...form.text('emergencyContact.phone', t().contactPhone)} />
      <TextField {...form.text('bank', labels().bank)} />
      <TextField {...form.text('bankAccount', labels().bankAccount)} inputMode="numeric" />
      <Wide>
        <TextField {...form.text('homeAddress', labels().homeAddress)} />
      </Wide>
    </FormGrid>
  );
}
