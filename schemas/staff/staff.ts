// 員工 and 員工角色. A password or its hash never is in a document.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Id, Phone, filledText } from '../core/types.ts';
import { permissions } from './permissions.ts';

export const Staff = Type.Object({
  ...referenceFields,
  username: Type.String({ minLength: 2, maxLength: 40, pattern: '^[a-z0-9][a-z0-9._-]*$' }),
  roleIds: Type.Array(Id, { maxItems: 20 }),
  outletIds: Type.Array(Id, { maxItems: 200 }),
  phone: Type.Optional(Phone),
  /** Unique within an outlet; the phone that pops up calls on this person's screen. */
  extension: Type.Optional(Type.String({ maxLength: 16, pattern: '^[0-9]+$' })),
  employment: Type.Enum(['employed', 'on-leave', 'left']),
  /** Local times of the company's zone, e.g. 08:00 to 20:00. */
  hours: Type.Object({ from: filledText(5), to: filledText(5) }),
});
export type Staff = Type.Static<typeof Staff>;

export const Role = Type.Object({
  ...referenceFields,
  permissions: Type.Array(Type.Enum([...permissions]), { maxItems: permissions.length }),
});
export type Role = Type.Static<typeof Role>;
