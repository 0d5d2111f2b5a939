// A form of the kit as a page uses it: the draft belongs to whoever is signed in, nothing reloads or is left over
// unsaved input.
import type { JSX } from 'solid-js';
import type { Static, TSchema } from 'typebox';
import { useActor } from '../data/session.ts';
import { createForm, type Form, type FormOptions, type FormState } from '../ui/form/form.ts';
import { FormView } from '../ui/form/form-view.tsx';
import { RecordPage, type RecordPageProps } from '../ui/record-page.tsx';
import { LeaveGuard } from './leave-guard.tsx';

export interface EditFormOptions<Schema extends TSchema> extends Omit<FormOptions<Schema>, 'draftKey'> {
  /** Names the document, e.g. `customers/01J…` or `customers/new`; what is entered then outlives a reload. */
  draft?: string | undefined;
}

/**
 * `const form = useEditForm({ schema, initial, draft, onSubmit })`, once for each document: put the component
 * that calls it into `<Show when={id} keyed>`.
 */
export function useEditForm<Schema extends TSchema>(options: EditFormOptions<Schema>): Form<Static<Schema>> {
  const actor = useActor();
  const { draft } = options;
  return createForm({ ...options, draftKey: draft === undefined ? undefined : `${actor.id}.${draft}` });
}

/** The page of one record, with its form. */
export function EditPage(props: RecordPageProps): JSX.Element {
  return (
    <>
      <LeaveGuard isDirty={() => props.form.dirty()} kept={props.form.isKept} />
      <RecordPage {...props} />
    </>
  );
}

/** Around the fields of a form within another page. */
export function EditForm(props: {
  form: FormState;
  children: JSX.Element;
  /** Under the fields, e.g. `<SaveBar form={form} />`. */
  footer?: JSX.Element;
}): JSX.Element {
  return (
    <>
      <LeaveGuard isDirty={() => props.form.dirty()} kept={props.form.isKept} />
      <FormView form={props.form} footer={props.footer}>
        {props.children}
      </FormView>
    </>
  );
}
