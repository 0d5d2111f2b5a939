// What the parts of the order form share: the draft, what is wrong with it and when that is shown.
import { createMemo, createSignal, type Accessor } from 'solid-js';
import { asksRoadCondition } from '#schemas/catalog/catalog.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import type { Draft } from './draft.ts';
import { problemsOf, type FormField, type Problem, type Problems } from './draft-problems.ts';
import { formStrings, type FormStrings } from './form-strings.ts';

export interface FormState {
  readonly draft: Accessor<Draft>;
  change(part: Partial<Draft>): void;
  /** The field was left: what is wrong with it may be said. */
  leave(field: FormField): void;
  /** The field's problem in words, once it is time to say it. */
  error(field: FormField): string | undefined;
  readonly problems: Accessor<Problems>;
  /** From the first try to submit everything is said. */
  readonly tried: Accessor<boolean>;
  setTried(tried: boolean): void;
  /** The chosen service takes the car somewhere. */
  readonly needsDestination: Accessor<boolean>;
  /** Where the car stands matters for the chosen service; until one is chosen it may. */
  readonly asksRoadCondition: Accessor<boolean>;
}

export function createFormState(start: Draft, isNew: boolean): FormState {
  const t = useStrings(formStrings);
  const format = useFormat();
  const catalog = useReferenceMap('catalog');
  const [draft, setDraft] = createSignal(start);
  const [left, setLeft] = createSignal<ReadonlySet<FormField>>(new Set());
  const [tried, setTried] = createSignal(false);
  const service = createMemo(() => catalog().get(draft().serviceId ?? ''));
  const needsDestination = () => service()?.needsDestination === true;
  const problems = createMemo(() =>
    problemsOf(draft(), { now: format.now(), needsDestination: needsDestination(), isNew }),
  );
  return {
    draft,
    change: (part) => void setDraft((before) => ({ ...before, ...part })),
    leave: (field) => void setLeft((before) => new Set([...before, field])),
    error: (field) => {
      const problem = problems()[field];
      // What is merely not there yet is no mistake before one submits.
      const isDue = tried() || (left().has(field) && problem?.code !== 'missing');
      return problem && isDue ? textOf(problem, field, t()) : undefined;
    },
    problems,
    tried,
    setTried: (value) => void setTried(value),
    needsDestination,
    asksRoadCondition: () => asksRoadCondition(service()),
  };
}

function textOf(problem: Problem, field: FormField, { problem: words }: FormStrings): string {
  if (problem.code === 'too-long') return words.tooLong(problem.limit);
  if (problem.code !== 'missing') return words[problem.code];
  if (field === 'plate') return words.missingPlate;
  if (field === 'contactPhone') return words.missingPhone;
  if (field === 'scheduledAt') return words.missingTime;
  return field.endsWith('.coordinates') ? words.missingCoordinates : words.missing;
}
