// The form of a reference document: held against the rules before it is stored on this device.
import type { Static, TSchema } from 'typebox';
import type { Objection } from '#schemas/core/codes.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useNavigate } from '@solidjs/router';
import { useCodeText } from '../app/code-text.ts';
import { useEditForm, type EditFormOptions } from '../app/edit-form.tsx';
import { useReferenceEditing } from '../data/reference-editing.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import type { Form, Refusal } from '../ui/form/form.ts';
import { useOnward } from '../setup/next-step.ts';
import { toast } from '../ui/toast.tsx';
import { useReferenceRules } from '../data/reference-rules.ts';
import type { Record } from './record.ts';
import { recordStrings } from './strings.ts';

interface Options<Schema extends TSchema> extends Pick<
  EditFormOptions<Schema>,
  'schema' | 'initial' | 'problems' | 'patternHints' | 'secret' | 'apart'
> {
  readonly record: Record<ReferenceCollection>;
  /** Where one goes after a new one was made: its page is `list/id`. */
  readonly list: string;
  /** The last touch before the rules see it, e.g. the name made of the plate. */
  readonly finish?: (document: Static<Schema>) => Static<Schema>;
  /** Told of what was entered, once it is kept. */
  readonly saved?: (entered: Static<Schema>) => void;
}

/** What was said when something was saved last: it gives way to the next. */
let said: number | undefined;

export function useRecordForm<Schema extends TSchema>(options: Options<Schema>): Form<Static<Schema>> {
  const { record, list, finish = (document) => document, saved, ...rest } = options;
  const t = useStrings(recordStrings);
  const sync = useSync();
  const navigate = useNavigate();
  const save = useSave(record.collection);
  const nextStep = useOnward(record.collection);
  let onward: ReturnType<typeof nextStep>;
  return useEditForm<Schema>({
    ...rest,
    draft: record.draft,
    onSubmit: async (document) => {
      onward = nextStep();
      const refused = await save(finish(document) as DocumentOf<ReferenceCollection>);
      return refused as Refusal<Static<Schema>> | undefined;
    },
    onSaved: (entered) => {
      saved?.(entered);
      if (said !== undefined) toast.dismiss(said);
      said = toast.success(t().saved, {
        detail: sync.online() ? undefined : t().sentLater,
        action: onward,
      });
      if (record.isNew) navigate(`${list}/${record.id}`, { replace: true });
    },
  });
}

/** @returns why it was not saved: in words, or by field */
export function useSave(collection: ReferenceCollection) {
  const codeText = useCodeText();
  const rules = useReferenceRules();
  const editing = useReferenceEditing();
  const words = ({ code, detail }: Objection): string =>
    detail === undefined ? codeText(code) : `${codeText(code)} (${detail})`;
  return async (document: DocumentOf<ReferenceCollection>) => {
    const objections = rules.objections(collection, document);
    const [first] = objections;
    if (first) {
      const byField = objections.flatMap((each) => (each.field ? [[each.field, words(each)] as const] : []));
      return byField.length > 0 ? Object.fromEntries(byField) : words(first);
    }
    const saved = await editing.save(collection, document);
    return saved.ok ? undefined : codeText(saved.error.code);
  };
}
