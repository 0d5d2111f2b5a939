// Knows whether somebody is entering something that a reload would take away, so that nothing reloads over it.
import { createSignal, onCleanup, type Accessor } from 'solid-js';

const [guards, setGuards] = createSignal<readonly Accessor<boolean>[]>([]);

/** Whether any form on the screen holds what is not submitted yet. Reactive. */
export const isEditing = (): boolean => guards().some((isDirty) => isDirty());

/**
 * For a form, as long as it lives. While it is dirty no update and no automatic reload is let through, and the
 * browser asks before the window closes.
 * @param kept what is entered also lies on the device and is taken up again, so closing does no harm
 */
export function useEditingGuard(isDirty: Accessor<boolean>, kept: Accessor<boolean> = () => false): void {
  const guard = (): boolean => isDirty();
  const unload = (event: BeforeUnloadEvent): void => {
    if (isDirty() && !kept()) event.preventDefault();
  };
  setGuards((all) => [...all, guard]);
  window.addEventListener('beforeunload', unload);
  onCleanup(() => {
    setGuards((all) => all.filter((each) => each !== guard));
    window.removeEventListener('beforeunload', unload);
  });
}

/**
 * Whether text that somebody typed stands in a field anywhere, in a dialog or in a form that guards nothing. For
 * reloads that nobody asked for: they had better wait once too often.
 */
export function createTypedText(target: EventTarget = document): Accessor<boolean> {
  const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();
  const note = ({ target: field }: Event): void => {
    if (isTextField(field)) typed.add(field);
  };
  target.addEventListener('input', note, true);
  onCleanup(() => target.removeEventListener('input', note, true));
  return () => {
    for (const field of typed) if (!field.isConnected || field.value === '') typed.delete(field);
    return typed.size > 0;
  };
}

/** A search is no entry. */
const isTextField = (field: EventTarget | null): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && !['search', 'checkbox', 'radio'].includes(field.type));
