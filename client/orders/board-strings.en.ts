// The words of what a person sets up on the board for himself, and of what is done with several orders at once.
import type { BoardStrings } from './board-strings.ts';

export default {
  layout: { table: 'Table', lanes: 'Columns by status' },
  toLanes: 'Show columns by status',
  toTable: 'Show as a table',
  lanes: 'Orders in columns by status',
  laneEmpty: 'No orders',
  fresh: 'New',
  soundOn: 'Sound is on: new orders and notices, due reservations and late orders ring. Press to turn it off',
  soundOff: 'Sound is off. Press to turn it on',
  views: {
    title: 'Views',
    none: 'No saved views yet. Filter first, then give it a name; its link can be sent to a colleague.',
    name: 'Name of the view',
    save: 'Save these filters',
    nothingToSave: 'Filter first, then save',
    nameMissing: 'Give it a name',
    remove: (name: string) => `Delete the view ${name}`,
    copyLink: (name: string) => `Copy the link of the view ${name}`,
    saved: (name: string) => `View ${name} saved`,
    removed: (name: string) => `View ${name} deleted`,
    copied: 'Link copied',
    notCopied: 'The browser forbids copying: take it from the address bar',
  },
  batch: {
    sms: 'Message',
    void: 'Void',
    voidTitle: (count: number) => `Void ${count} ${count === 1 ? 'order' : 'orders'}`,
    smsTitle: (count: number) => `Message the contacts of ${count} ${count === 1 ? 'order' : 'orders'}`,
    smsMessage:
      'Each order fills in the template by itself and goes to its own contact; one that cannot be filled in says why and is not sent.',
    template: 'Template',
    preview: 'The first',
    send: 'Send',
    noTemplate: 'There is no template yet',
    label: (number: string, plate: string) => `${number} ${plate}`,
    broken: 'Not finished, try again',
  },
} satisfies BoardStrings;
