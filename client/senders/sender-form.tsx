// What is set up of a sender: whose orders it sends, how its words are understood, where it hears of them.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { For, type JSX } from 'solid-js';
import type { ListedSender, SenderInput, SenderWithSecret } from '#schemas/notices/sender.ts';
import { useCodeText } from '../app/code-text.ts';
import { EditForm, useEditForm } from '../app/edit-form.tsx';
import { useReference } from '../data/reference.ts';
import type { Senders } from '../data/senders.ts';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions } from '../records/options.ts';
import { namedOption } from '../records/options.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox, type ComboOption } from '../ui/combobox.tsx';
import type { Form } from '../ui/form/form.ts';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { FormGrid, Stack, Wide } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { draftOf, inputOf, repeatedWord, SenderDraft } from './form.ts';
import css from './senders.module.css';
import { senderStrings } from './strings.ts';

interface Props {
  senders: Senders;
  /** Absent: a new one. */
  sender: ListedSender | undefined;
  onCreated: (made: SenderWithSecret) => void;
  onCancel: () => void;
}

const blank: SenderInput = { name: '', services: {}, customers: {}, disabled: false };

export function SenderForm(props: Props): JSX.Element {
  const t = useStrings(senderStrings);
  const form = useSenderForm(props);
  const customers = useReference('customers');
  const outlets = useReference('outlets');
  const services = useCatalogOptions('service');
  const options = (documents: readonly { id: string; name: string; disabled: boolean }[]): ComboOption[] =>
    documents.filter(({ disabled }) => !disabled).map(namedOption);
  return (
    <EditForm
      form={form}
      footer={<SaveBar form={form} onCancel={props.sender ? undefined : () => props.onCancel()} />}
    >
      <FormGrid>
        <TextField {...form.text('name', t().name)} autofocus={!props.sender} />
        <Combobox
          {...form.value('customerId', t().customer)}
          options={options(customers())}
          description={t().customerHint}
          clearable
        />
        <Combobox
          {...form.value('outletId', t().outlet)}
          options={options(outlets())}
          description={t().outletHint}
          clearable
        />
        <TextField {...form.text('callbackUrl', t().callback)} description={t().callbackHint} type="url" />
        <Wide>
          <Words form={form} field="services" title={t().services} options={services()} />
        </Wide>
        <Wide>
          <Words form={form} field="customers" title={t().customers} options={options(customers())} />
        </Wide>
      </FormGrid>
    </EditForm>
  );
}

function useSenderForm(props: Props): Form<SenderDraft> {
  const t = useStrings(senderStrings);
  const text = useCodeText();
  let made: SenderWithSecret | undefined;
  return useEditForm({
    schema: SenderDraft,
    initial: () => draftOf(props.sender ?? blank),
    patternHints: () => ({ callbackUrl: t().badCallback }),
    problems: ({ services = [], customers = [] }) => ({
      ...twice('services', services, t().twice),
      ...twice('customers', customers, t().twice),
    }),
    onSubmit: async (draft) => {
      const input = inputOf(draft, props.sender?.disabled ?? false);
      const done = props.sender
        ? await props.senders.update(props.sender.id, input)
        : await props.senders.create(input);
      if (!done.ok)
        return done.error === 'invalid-request' && draft.callbackUrl
          ? { callbackUrl: t().badCallback }
          : text(done.error);
      made = props.sender ? undefined : (done.value as SenderWithSecret);
      return undefined;
    },
    onSaved: () => {
      toast.success(t().saved);
      if (made) props.onCreated(made);
    },
  });
}

function twice(field: string, rows: readonly { word?: string | undefined }[], words: string) {
  const index = repeatedWord(rows);
  return index === undefined ? {} : { [`${field}.${index}.word`]: words };
}

function Words(props: {
  form: Form<SenderDraft>;
  field: 'services' | 'customers';
  title: string;
  options: readonly ComboOption[];
}): JSX.Element {
  const t = useStrings(senderStrings);
  const { form, field } = props;
  const rows = form.rows(field);
  return (
    <Stack gap="small">
      <div class={css.wordsHead}>
        <h3>{props.title}</h3>
        <Button size="small" icon={Plus} onClick={() => rows.add({ word: '' })}>
          {t().addWord}
        </Button>
      </div>
      <For each={rows.items()} fallback={<p class={css.quiet}>{t().noWords}</p>}>
        {(_, index) => (
          <div class={css.word}>
            <TextField {...form.text(`${field}.${index()}.word`, t().theirWord)} />
            <Combobox {...form.value(`${field}.${index()}.id`, t().ours)} options={props.options} />
            <IconButton icon={Trash} label={t().removeWord} onClick={() => rows.remove(index())} />
          </div>
        )}
      </For>
    </Stack>
  );
}
