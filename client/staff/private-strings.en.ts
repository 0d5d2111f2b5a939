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
  contactName: 'Emergency contact’s name',
  contactRelation: 'Relation',
  contactPhone: 'Emergency contact’s phone',
  portraitOf: (name: string) => `Photo of ${name}`,
  portraitHint: 'JPEG, PNG or WebP; kept small and without the place it was taken at.',
  choosePortrait: 'Choose a photo',
  replacePortrait: 'Choose another photo',
  takePortrait: 'Take a photo',
  removePortrait: 'Remove the photo',
  noPortrait: 'No photo',
  unusable: {
    'no-picture': (name: string) => `“${name}” is no photo: choose a JPEG, PNG or WebP`,
    'too-large': (name: string) => `“${name}” is larger than 30 MB: choose a smaller one`,
    undrawable: (name: string) => `“${name}” cannot be read here: choose a JPEG or PNG`,
  },
} satisfies PrivateStrings;
