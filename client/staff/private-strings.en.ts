// The words of what of an employee lies on the server alone.
import type { PrivateStrings } from './private-strings.ts';

export default {
  title: 'Private details',
  hint: 'Lies on the server alone, never on a device: needs a network.',
  nothing: 'Nothing entered.',
  enter: 'Enter',
  edit: 'Edit',
  editTitle: (name: string) => `Private details of ${name}`,
  again: 'Try again',
  offline: 'Offline. Once connected you can see and edit them here.',
  offlineTyping: 'Offline: saving needs a network. What you typed stays as long as this is open.',
  notSent: 'The server does not know this employee yet. Enter them here once you are connected.',
  saveFirst: 'Once the employee is saved, identity card, emergency contact and bank account go here.',
  stale:
    'somebody changed these details just now. What stands there is merged below; check it and save again',
  saved: 'Private details saved',
  idNumber: 'Identity card number',
  birthday: 'Date of birth',
  homeAddress: 'Home address',
  licenceNumber: 'Driving licence number',
  emergencyContact: 'Emergency contact',
  contactName: 'Emergency contact’s name',
  contactRelation: 'Relation',
  contactPhone: 'Emergency contact’s phone',
  bank: 'Bank',
  bankAccount: 'Bank account',
} satisfies PrivateStrings;
