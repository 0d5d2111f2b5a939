// What a company says of itself.
import Type from 'typebox';
import { may, type Actor } from './permissions.ts';

/** One line, in which nothing is hidden and nothing turns the direction of reading. */
const line =
  '^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]+$';

/** As it stands on everything that is printed, and on the pages that customers open. */
export const CompanyProfile = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: line }),
});
export type CompanyProfile = Type.Static<typeof CompanyProfile>;

/** It is every outlet's. */
export const mayRename = (actor: Actor): boolean => may(actor, 'roles.edit') && may(actor, 'outlets.all');
