// The words of the reservations that nobody is sent to yet.
import type { ReservationStrings } from './strings.ts';

export default {
  title: 'Reservations',
  search: 'Number, plate, phone, name',
  newReservation: 'New order',
  whenLabel: 'Reserved for',
  when: { overdue: 'Overdue', today: 'Today', tomorrow: 'Tomorrow', later: 'Later' },
  soon: 'Due soon',
  outlet: 'Outlet',
  customer: 'Customer',
  service: 'Service',
  column: {
    scheduled: 'Reserved for',
    due: 'Due',
    number: 'Number',
    note: 'Note',
    created: 'Taken',
  },
  lead: 'Remind ahead',
  leadOf: (minutes: number) => `Remind ${minutes} minutes ahead`,
  dueBanner: (overdue: number, soon: number, minutes: number) =>
    [overdue > 0 && `${overdue} past their time`, soon > 0 && `${soon} due within ${minutes} minutes`]
      .filter(Boolean)
      .join(', ') + ': nobody has been sent yet.',
  look: 'Look',
  news: {
    soon: (time: string) => `Reservation ${time} is due soon: dispatch it`,
    overdue: (time: string) => `Reservation ${time} is past its time and not dispatched`,
  },
  manyNews: {
    soon: (count: number) => `${count} reservations are due soon: dispatch them`,
    overdue: (count: number) => `${count} reservations are past their time and not dispatched`,
  },
  emptyTitle: 'No reservation waits to be dispatched',
  emptyHint: 'Choose “Reservation” and its time when taking an order: it stands here until it is dispatched.',
} satisfies ReservationStrings;
