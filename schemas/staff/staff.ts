// 員工 and 員工角色. A password or its hash never is in a document.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Day, Id, Person, Phone, TimeOfDay, text } from '../core/types.ts';
import { permissions } from './permissions.ts';

/** Classes of the Chinese driving licence (GA 482), and what else a rescue asks for. */
export const licenceClasses = [
  'A1',
  'A2',
  'A3',
  'B1',
  'B2',
  'C1',
  'C2',
  'C6',
  'D',
  'M',
  'crane',
  'forklift',
] as const;

export const employments = ['employed', 'on-leave', 'left'] as const;

/** What somebody may drive or operate, and until when. Its number is private. */
export const Licence = Type.Object({ class: Type.Enum([...licenceClasses]), expiresOn: Day });
export type Licence = Type.Static<typeof Licence>;

export const Staff = Type.Object({
  ...referenceFields,
  username: Type.String({ minLength: 2, maxLength: 40, pattern: '^[a-z0-9][a-z0-9._-]*$' }),
  roleIds: Type.Array(Id, { maxItems: 20 }),
  outletIds: Type.Array(Id, { maxItems: 200 }),
  phone: Type.Optional(Phone),
  /** Unique within an outlet; the phone that pops up calls on this person's screen. */
  extension: Type.Optional(Type.String({ maxLength: 16, pattern: '^[0-9]+$' })),
  employment: Type.Enum([...employments]),
  /** Local times of the company's zone, e.g. 08:00 to 20:00. */
  hours: Type.Object({ from: TimeOfDay, to: TimeOfDay }),
  /** 工號. */
  jobNumber: Type.Optional(text(20)),
  gender: Type.Optional(Type.Enum(['female', 'male'])),
  email: Type.Optional(text(120)),
  hiredOn: Type.Optional(Day),
  licences: Type.Optional(Type.Array(Licence, { maxItems: 20 })),
  note: Type.Optional(text(500)),
});
export type Staff = Type.Static<typeof Staff>;

/** 300 kB in base64. */
export const mostPortraitCharacters = 400_000;

/**
 * What only those with `staff.sensitive` may see. It is no replicated document: it never lies on a device, and
 * is read and written on the server alone.
 */
export const StaffPrivate = Type.Object({
  /** 身份證號. */
  idNumber: Type.Optional(text(30)),
  birthday: Type.Optional(Day),
  homeAddress: Type.Optional(text(200)),
  licenceNumber: Type.Optional(text(30)),
  emergencyContact: Type.Optional(Type.Object({ ...Person.properties, relation: Type.Optional(text(20)) })),
  bank: Type.Optional(text(80)),
  bankAccount: Type.Optional(text(40)),
  /** A picture as a data URL. Whatever is sent, a small JPEG is what is kept. */
  photo: Type.Optional(
    Type.String({
      maxLength: mostPortraitCharacters,
      pattern: '^data:image/(jpeg|png|webp);base64,[A-Za-z0-9+/]+=*$',
    }),
  ),
});
export type StaffPrivate = Type.Static<typeof StaffPrivate>;

/** As it is read and written: the version is the one that was read; 0: nothing was ever entered. */
export const StaffPrivateStored = Type.Object({
  version: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  details: StaffPrivate,
});
export type StaffPrivateStored = Type.Static<typeof StaffPrivateStored>;

export const Role = Type.Object({
  ...referenceFields,
  permissions: Type.Array(Type.Enum([...permissions]), { maxItems: permissions.length }),
  note: Type.Optional(text(200)),
});
export type Role = Type.Static<typeof Role>;
