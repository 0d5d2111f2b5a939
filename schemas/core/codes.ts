// The one registry of codes: why something was refused and what a recorded fact was flagged with; problem-codes.ts has
// how HTTP answers. The client translates a code; `advice` is what an API user reads in `detail`.

export interface Entry {
  /** The HTTP status when this ends a request. Verdicts travel in a 200. */
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

export const entry = (status: number, title: string, advice: string): Entry => ({ status, title, advice });

/** Codes with which a command or a pushed row is refused. */
export const rejectionCodes = {
  'invalid-command': entry(
    422,
    'The command is incomplete or malformed',
    'Correct what the detail names and send it as a new command.',
  ),
  'unknown-command': entry(422, 'Unknown command', 'Use one of the command types of this version.'),
  'not-permitted': entry(403, 'Your role does not allow this', 'Ask a manager for the permission.'),
  'sender-disabled': entry(
    403,
    'The account was disabled before this arrived',
    'A manager has what was entered, and decides.',
  ),
  'server-fault': entry(
    500,
    'The server failed at this, and would again',
    'Nothing of it was done. A manager has what was entered; tell the operator the time.',
  ),
  'conflicts-full': entry(
    409,
    'Too many values wait for a choice',
    'This one had to give way to a later one. A manager has it, and enters it again if it is wanted.',
  ),
  'order-not-found': entry(404, 'No such order', 'It does not exist, or it is not yours to see.'),
  'order-exists': entry(
    409,
    'This order exists already',
    'Open the existing order instead of creating it again.',
  ),
  'outlet-not-yours': entry(403, 'This outlet is not one of yours', 'Choose one of your outlets.'),
  'unknown-reference': entry(
    422,
    'Something chosen does not exist any more',
    'Choose again from the current list.',
  ),
  'disabled-reference': entry(
    422,
    'Something chosen has been disabled',
    'Choose again from the current list.',
  ),
  'not-a-driver': entry(422, 'This person is not a driver', 'Choose someone who has the driver role.'),
  'scheduled-time-missing': entry(422, 'A reservation needs its time', 'Enter when the rescue is wanted.'),
  'not-dispatched': entry(409, 'The order has not been dispatched', 'Dispatch it first.'),
  'already-dispatched': entry(
    409,
    'The order was given away already',
    'Look who has it; dispatch it to someone else if it has to be another.',
  ),
  'dispatched-meanwhile': entry(
    409,
    'Somebody else gave the order away meanwhile',
    'Look who has it, and give your vehicle another order.',
  ),
  'no-offer': entry(
    409,
    'Nobody is asked any more',
    'It was taken back, or everybody has declined: look again.',
  ),
  'offer-taken': entry(409, 'Another driver was first', 'The detail says who; the order is his.'),
  'offer-withdrawn': entry(
    409,
    'The order is not offered to you any more',
    'The dispatcher took it back, or you have declined it. Phone him if you can take it.',
  ),
  'already-accepted': entry(409, 'The order was accepted already', 'Nothing to do.'),
  'already-departed': entry(
    409,
    'The driver has already departed',
    'Ask the dispatcher to give the order to someone else, or report an empty run.',
  ),
  'not-your-order': entry(
    403,
    'The order is not assigned to you',
    'It may have been given to another driver meanwhile.',
  ),
  'order-completed': entry(409, 'The order is completed', 'A completed order is corrected by a repair.'),
  'order-ended-empty': entry(
    409,
    'The order has ended as an empty run',
    'A closed order is corrected by a repair.',
  ),
  'order-voided': entry(
    409,
    'The order was voided',
    'Copy it into a new order if the rescue is wanted after all.',
  ),
  'edit-conflict': entry(
    409,
    'Someone changed the same field meanwhile',
    'Look at both values and enter the right one.',
  ),
  'order-not-closed': entry(
    409,
    'The order is not completed',
    'Finance starts when the order is completed or ended as an empty run.',
  ),
  'wrong-finance-stage': entry(
    409,
    'The order is at another finance stage',
    'Reload the order: someone has moved it meanwhile.',
  ),
  'with-outlet': entry(
    409,
    'The order was sent back to its outlet',
    'Wait until the outlet submits it again, or submit it yourself when nothing has to be put right.',
  ),
  'not-sent-back': entry(
    409,
    'The order is with finance already',
    'Nothing has to be done: it waits to be verified, or was verified.',
  ),
  'same-person': entry(409, 'Whoever verified cannot approve', 'Another person has to approve the price.'),
  'amount-changed': entry(
    409,
    'The amount was changed meanwhile',
    'Look at the order again and decide on the amount that stands now.',
  ),
  'amount-mismatch': entry(422, 'The lines do not add up to the amount', 'Correct a line or the amount.'),
  'statement-not-found': entry(404, 'No such statement', 'It does not exist, or it is not yours to see.'),
  'on-statement': entry(
    409,
    'The order is on a statement',
    'Take it off the draft that the detail names; what was sent is taken back to a draft first, and money is received or reversed there.',
  ),
  'other-customer': entry(409, 'The order is of another customer', 'Put it on a statement of its customer.'),
  'wrong-statement-state': entry(
    409,
    'The statement has gone on, or is not that far yet',
    'Look at it again. To change what was sent, take it back to a draft first.',
  ),
  'statement-changed': entry(
    409,
    'The statement has changed since it was looked at',
    'Look at it as it stands now, and decide again.',
  ),
  'statement-empty': entry(409, 'The statement has no orders', 'Put orders on it first.'),
  'statement-full': entry(409, 'The statement has too many orders', 'Begin another one for the rest.'),
  'line-not-found': entry(404, 'The order is not on the statement', 'Look at the statement again.'),
  'line-stale': entry(
    409,
    'Orders have changed since they came onto the statement',
    'Take over what they say now, or take those off that the detail names.',
  ),
  'dispute-open': entry(409, 'A dispute is not settled yet', 'Settle it first.'),
  'no-dispute': entry(409, 'Nothing is disputed there', 'Somebody has settled it already: look again.'),
  'money-received': entry(
    409,
    'Money was received for the statement',
    'Reverse the receipts first; what was paid for stays as it was sent.',
  ),
  'receipt-not-found': entry(404, 'No such receipt', 'Somebody has reversed it already: look again.'),
  'credit-short': entry(
    409,
    'The customer has less to his credit',
    'Take no more than the detail says, or enter the rest as it came.',
  ),
  'credit-used': entry(
    409,
    'What was too much of the receipt has paid for something since',
    'Reverse first what was paid from the customer’s credit.',
  ),
  'nothing-open': entry(
    409,
    'That much is not open',
    'Look at the order again: enter what is still owed, or of what was paid too much no more than that.',
  ),
  'difference-unexplained': entry(
    422,
    'The amount is not what is owed',
    'Say why it is more, or why the rest is not asked for.',
  ),
  'allocation-wrong': entry(
    422,
    'The amounts of the orders do not fit the receipt',
    'Give no order more than is open of it, and all together no more than was received.',
  ),
  'adjustment-wrong': entry(
    422,
    'The adjustment cannot be that amount',
    'It has to change the line, which may not fall below zero or below what was received.',
  ),
  'month-closed': entry(
    409,
    'The month of the entry is closed',
    'Book the correction into the open month, or have the month opened again.',
  ),
  'handover-not-found': entry(
    404,
    'No such handover',
    'It was never counted, or somebody has reversed it already: look again.',
  ),
  'handover-exists': entry(409, 'This handover was counted already', 'Count the rest as another one.'),
  'cash-counted': entry(
    409,
    'The driver holds no cash of this order',
    'Somebody has counted the order that the detail names, or it is of another driver: look again.',
  ),
  'order-not-ended': entry(409, 'The order has not ended', 'Wait until the rescue is over.'),
  'no-confirmation-needed': entry(
    409,
    'Nobody waits for a confirmation of this order',
    'The customer does not want to confirm results; change that at the customer for later orders.',
  ),
  'link-needed': entry(
    403,
    'Only the rescued person may do this',
    'It is done by the link that was sent to the phone at the car.',
  ),
  'already-rated': entry(409, 'The order was rated already', 'The first rating stands.'),
  'phone-not-mobile': entry(
    422,
    'This number receives no messages',
    'Enter a mobile number, with + and the country where it is abroad.',
  ),
  'sms-field-missing': entry(
    422,
    'The message has a gap',
    'Enter what the detail names, or choose another template.',
  ),
  'sms-too-long': entry(422, 'The message is too long', 'Shorten what was filled in, or the template.'),
  'finance-started': entry(
    409,
    'Finance has verified the order',
    'Have finance reverse it to unverified, then repair what the detail names.',
  ),
  'nothing-to-repair': entry(409, 'The order says so already', 'Nothing to do.'),
  'assignment-missing': entry(
    422,
    'Nobody drives the order',
    'Name the vehicle and the driver in the same repair.',
  ),
  'step-times-wrong': entry(
    422,
    'The times of the steps cannot be right',
    'Enter times in the order of the steps, none of them to come.',
  ),
  'notice-not-found': entry(404, 'No such notice', 'It does not exist, or it is not yours to see.'),
  'notice-converted': entry(
    409,
    'Somebody made an order of this notice already',
    'Open the order that the detail names.',
  ),
  'notice-refused': entry(
    409,
    'Somebody refused this notice already',
    'Phone the sender if the rescue is wanted after all.',
  ),
  'photo-elsewhere': entry(
    409,
    'This photo belongs to another order',
    'Give it an id of its own to add it here as well.',
  ),
  'photo-not-found': entry(404, 'The order has no such photo', 'Somebody took it off already.'),
  'too-many-photos': entry(
    409,
    'The order has too many photos',
    'Choose those that matter; one that is taken off the order still counts.',
  ),
  'delete-refused': entry(409, 'This cannot be deleted', 'Disable it instead: orders refer to it.'),
  'invalid-document': entry(422, 'The document is incomplete or malformed', 'Correct what the detail names.'),
  'in-use': entry(
    409,
    'Something refers to it',
    'Disable it instead: what refers to it goes on showing it, and nobody chooses it any more.',
  ),
  'deleted-meanwhile': entry(409, 'It was deleted meanwhile', 'Create it anew if it is still needed.'),
  'not-unique': entry(409, 'Another one has this already', 'Choose something that nobody else has.'),
  'last-administrator': entry(
    409,
    'Nobody could manage roles and employees any more',
    'Give another person a role that may edit roles and employees first.',
  ),
  'own-account': entry(409, 'Nobody disables or deletes himself', 'Ask another manager to do it.'),
  'role-missing': entry(422, 'Somebody employed needs a role', 'Choose at least one role.'),
  'invalid-hours': entry(422, 'These are no working hours', 'Enter a beginning and another end.'),
  'invalid-email': entry(422, 'This is no e-mail address', 'Correct it, or leave it empty.'),
  'invalid-plate': entry(422, 'This is no number plate', 'Enter the seven or eight characters of the plate.'),
  'invalid-network-address': entry(
    422,
    'This is no network address',
    'Enter an IP address such as 192.168.1.20, or a block such as 192.168.1.0/24.',
  ),
  'invalid-validity': entry(422, 'The rate would end before it begins', 'Correct the first or the last day.'),
  'rates-overlap': entry(
    409,
    'Two rates would be valid at once',
    'End the earlier one before the later one begins.',
  ),
  'rate-begun': entry(
    409,
    'A rate that has begun stays as it is',
    'Add another version that is valid from a later day.',
  ),
} as const satisfies Record<string, Entry>;

/** Codes with which a recorded fact calls for a person's attention. */
export const attentionCodes = {
  'completed-after-void': entry(
    200,
    'Completed after it was voided',
    'Ask the driver and the customer, then repair or settle it.',
  ),
  'empty-run-after-void': entry(
    200,
    'Empty run reported after it was voided',
    'Decide whether the empty run is charged.',
  ),
  'driving-after-void': entry(200, 'The driver works on a voided order', 'Phone the driver.'),
  'done-by-previous-driver': entry(
    200,
    'Done by a driver it was taken from',
    'Two drivers may be under way: phone both.',
  ),
  'closed-twice': entry(200, 'Closed more than once', 'Compare what was reported and repair if needed.'),
  'cash-differs': entry(
    200,
    'Reported cash differs from what was reported before',
    'What was reported first stands. Ask the drivers who holds the money, and repair the order if needed.',
  ),
  'step-after-close': entry(
    200,
    'A step arrived after the order was closed',
    'Usually a late phone; check the times.',
  ),
  'step-out-of-order': entry(200, 'A step arrived out of order', 'Usually a late phone; check the times.'),
  declined: entry(200, 'The driver declined', 'Dispatch it to someone else.'),
  'sent-back': entry(200, 'Finance sent it back', 'Put right what finance asks for, then submit it again.'),
  'low-rating': entry(200, 'The rescued person was not content', 'Read the comment and phone the person.'),
} as const satisfies Record<string, Entry>;

export type RejectionCode = keyof typeof rejectionCodes;
export type AttentionCode = keyof typeof attentionCodes;
export const rejectionCodeList = Object.keys(rejectionCodes) as RejectionCode[];
export const attentionCodeList = Object.keys(attentionCodes) as AttentionCode[];

/** Why a command or a row was refused. `detail` names the field or the person, in English. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly detail?: string;
}

/** A refusal that a form can show where it belongs: `field` is the document's own field. */
export interface Objection extends Rejection {
  readonly field?: string;
}
