// What is entered on an employee's page: the document, and for a new one the first password, which is no part of it.
import Type from 'typebox';
import { Staff } from '#schemas/staff/staff.ts';
import type { Form } from '../ui/form/form.ts';

export const EmployeeDraft = Type.Object({
  ...Staff.properties,
  password: Type.Optional(Type.String()),
  mustChange: Type.Optional(Type.Boolean()),
});

export type EmployeeForm = Form<Type.Static<typeof EmployeeDraft>>;
