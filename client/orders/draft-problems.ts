// What is still wrong with a draft, field by field: what the command's schema says, and what this form asks
// for besides. Pure; `form-strings` puts the codes into words.
import type { TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import { commandPayloads } from '#schemas/orders/commands.ts';
import type { ToldProblem } from '../ui/map/coordinates.ts';
import { detailsOf, pointOf, type Draft, type PlaceDraft } from './draft.ts';

export type Problem =
  | { readonly code: 'missing' | 'not-a-phone' | 'in-the-past' | Exclude<ToldProblem, 'empty'> }
  | { readonly code: 'too-long'; readonly limit: number };

/** A field of the form; a place has two. */
export type FormField = Exclude<keyof Draft, 'pickup' | 'destination'> | PlaceField;
export type PlaceField = `${'pickup' | 'destination'}.${'address' | 'coordinates'}`;
export type Problems = Partial<Record<FormField, Problem>>;

interface Circumstances {
  /** ISO instant. */
  readonly now: string;
  /** The chosen service takes the car somewhere. */
  readonly needsDestination: boolean;
  /** An order that exists keeps the time it has. */
  readonly isNew: boolean;
}

export function problemsOf(draft: Draft, circumstances: Circumstances): Problems {
  return {
    ...schemaProblems(draft),
    ...placeProblems('pickup', draft.pickup, true),
    ...placeProblems('destination', draft.destination, circumstances.needsDestination),
    ...timeProblem(draft, circumstances),
  };
}

const fieldOf: Record<string, FormField> = {
  outletId: 'outletId',
  customerId: 'customerId',
  serviceId: 'serviceId',
  roadConditionId: 'roadConditionId',
  scheduledAt: 'scheduledAt',
  'contact/name': 'contactName',
  'contact/phone': 'contactPhone',
  'car/plate': 'plate',
  'car/model': 'model',
  'car/color': 'color',
  'car/vin': 'vin',
  'pickup/address': 'pickup.address',
  'destination/address': 'destination.address',
  'requester/name': 'requesterName',
  'requester/phone': 'requesterPhone',
  fault: 'fault',
  note: 'note',
  customerOrderNumber: 'customerOrderNumber',
};

function schemaProblems(draft: Draft): Problems {
  const schema: TSchema = commandPayloads['create-order'];
  const problems: Problems = {};
  for (const error of Errors(schema, detailsOf(draft))) {
    for (const path of pathsOf(error)) {
      const field = fieldOf[path];
      if (field) problems[field] ??= problemOf(error, typedIn(draft, field));
    }
  }
  return problems;
}

const typedIn = (draft: Draft, field: FormField): string =>
  field === 'contactPhone' || field === 'requesterPhone' ? draft[field] : '';

type SchemaError = ReturnType<typeof Errors>[number];

/** An absent field is told at its parent. */
function pathsOf(error: SchemaError): string[] {
  const at = error.instancePath.slice(1);
  if (error.keyword !== 'required') return [at];
  return error.params.requiredProperties.map((name) => (at ? `${at}/${name}` : name));
}

/** Phones are the only text with a form of its own. */
function problemOf(error: SchemaError, typed: string): Problem {
  if (error.keyword === 'maxLength') return { code: 'too-long', limit: error.params.limit };
  const value = error.keyword === 'pattern' || error.keyword === 'minLength' ? typed : '';
  return { code: value.trim() === '' ? 'missing' : 'not-a-phone' };
}

function placeProblems(name: 'pickup' | 'destination', place: PlaceDraft, needed: boolean): Problems {
  const isEmpty = place.address.trim() === '' && place.coordinates.trim() === '';
  if (isEmpty) return needed ? { [`${name}.address`]: { code: 'missing' } } : {};
  const address = place.address.trim() === '' ? { [`${name}.address`]: { code: 'missing' } } : {};
  const point = pointOf(place);
  if (!('problem' in point)) return address;
  const code = point.problem === 'empty' ? 'missing' : point.problem;
  return { ...address, [`${name}.coordinates`]: { code } };
}

/** A rescue that was wanted an hour ago is a slip; a few minutes are the time it took to type. */
const grace = 10 * 60_000;

function timeProblem({ kind, scheduledAt }: Draft, { now, isNew }: Circumstances): Problems {
  if (kind !== 'reservation') return {};
  if (!scheduledAt) return { scheduledAt: { code: 'missing' } };
  const isPast = isNew && Date.parse(scheduledAt) < Date.parse(now) - grace;
  return isPast ? { scheduledAt: { code: 'in-the-past' } } : {};
}
