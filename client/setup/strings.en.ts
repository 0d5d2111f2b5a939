// The words of the first steps.
import type { SetupStrings } from './strings.ts';

export default {
  title: 'Getting started',
  intro: 'Five steps, in this order, until the first order. Leave whenever you like: nothing is lost.',
  progress: (done: number, all: number) => `${done} of ${all} steps done`,
  done: 'Done',
  next: 'Next',
  list: 'See the list',
  import: 'Import a sheet',
  rolesFine: 'They are fine, go on',
  putAway: 'Do not show again',
  putAwayDone: 'Put away. Your menu at the top right leads back to it.',
  toSetup: 'See the first steps',
  ready: 'Everything is ready',
  readyHint: 'Take the first order, or have a look at the board.',
  newOrder: 'New order',
  board: 'Order board',
  names: {
    roles: 'Roles',
    outlets: 'Outlets',
    staff: 'Employees',
    vehicles: 'Vehicles',
    customers: 'Customers',
  },
  why: {
    roles: 'A role says what somebody sees and may do. The usual ones are there: see whether they fit.',
    outlets: 'Vehicles, people and orders belong to an outlet. Begin with the first one.',
    staff: 'Everybody has a sign-in, a role and an outlet; drivers take their jobs on the phone with it.',
    vehicles: 'Say who drives each vehicle and what it can do: dispatching recommends by it.',
    customers: 'Orders belong to a customer, and so do prices and how they are settled.',
  },
  create: {
    roles: 'See the roles',
    outlets: 'Add an outlet',
    staff: 'Add an employee',
    vehicles: 'Add a vehicle',
    customers: 'Add a customer',
  },
  counts: {
    roles: (count: number) => (count === 1 ? '1 role' : `${count} roles`),
    outlets: (count: number) => (count === 1 ? '1 outlet' : `${count} outlets`),
    staff: (count: number) => (count === 1 ? '1 employee' : `${count} employees`),
    vehicles: (count: number) => (count === 1 ? '1 vehicle' : `${count} vehicles`),
    customers: (count: number) => (count === 1 ? '1 customer' : `${count} customers`),
  },
  noDrivers: 'Nobody drives them yet: open a vehicle and choose its drivers.',
} satisfies SetupStrings;
