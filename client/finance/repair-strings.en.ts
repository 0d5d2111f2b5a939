// The words of repairs of finance.
import type { RepairStrings } from './repair-strings.ts';

export default {
  action: 'Repair finance',
  title: (number: string) => `Repair finance of ${number}`,
  message: 'What was booked wrongly is reversed and booked again; the record stays.',
  mistake: 'What is wrong',
  mistakes: {
    method: 'The method',
    received: 'The amount received',
    amount: 'The approved price',
    customer: 'The customer',
    stage: 'Take it back and begin again',
  },
  backTo: 'Back to',
  into: 'Booked into',
  sameMonth: 'The month of the wrong entry',
  openMonth: 'The open month',
  reason: 'Reason',
  done: 'Repaired',
  same: 'Nothing is changed yet',
  bookedOn: (date: string) => `Dated ${date}`,
} satisfies RepairStrings;
