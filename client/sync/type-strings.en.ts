// What each command is called, and each kind of document.
import type { TypeStrings } from './type-strings.ts';

export default {
  'create-order': 'New order',
  'edit-order': 'Edit order',
  dispatch: 'Dispatch',
  accept: 'Accept',
  decline: 'Decline',
  depart: 'Depart',
  arrive: 'Arrive',
  'start-work': 'Start work',
  load: 'Load',
  'reach-destination': 'Reach destination',
  complete: 'Complete',
  'empty-run': 'Empty run',
  void: 'Void',
  verify: 'Verify',
  'approve-price': 'Approve price',
  'post-payment': 'Post payment',
  'reverse-finance': 'Reverse finance',
  customers: 'Customer',
  vehicles: 'Vehicle',
  outlets: 'Outlet',
  staff: 'Employee',
  roles: 'Role',
  catalog: 'List entry',
} satisfies TypeStrings;
