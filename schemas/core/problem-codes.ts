// The part of the registry of codes that is about requests: how HTTP answers one that is not served.
import { entry, type Entry } from './codes.ts';

/** Codes that end an HTTP request as application/problem+json. */
export const problemCodes = {
  'bad-credentials': entry(
    401,
    'User name or password is wrong',
    'Check both and try again, or ask your manager to reset the password.',
  ),
  'not-signed-in': entry(401, 'Not signed in', 'Sign in again. What you entered on this device is kept.'),
  'account-disabled': entry(
    401,
    'This account was disabled',
    'Ask your manager. What you entered on this device goes to him.',
  ),
  'too-many-attempts': entry(
    429,
    'Too many failed attempts',
    'Wait until the time in the Retry-After header has passed.',
  ),
  'too-many-requests': entry(
    429,
    'Too many requests',
    'Wait until the time in the Retry-After header has passed.',
  ),
  'missing-csrf-header': entry(
    403,
    'The X-Towline header is missing',
    'Send the header X-Towline: 1 with every change that is authenticated by the cookie.',
  ),
  forbidden: entry(403, 'Not allowed', 'Your role does not allow this. Ask a manager for the permission.'),
  'password-change-required': entry(
    403,
    'The password has to be changed first',
    'Change it with POST /api/session/password, then go on.',
  ),
  'wrong-password': entry(403, 'The current password is wrong', 'Enter the password you signed in with.'),
  'weak-password': entry(
    422,
    'The password is too easy to guess',
    'Choose a longer one without names, numbers or words that others would try.',
  ),
  'not-found': entry(404, 'Not found', 'There is nothing here, or it is not yours to see.'),
  'company-needed': entry(
    400,
    'Which company?',
    'Send the company as well: several companies use this server.',
  ),
  'invalid-request': entry(
    400,
    'The request cannot be read',
    'Correct what the detail names and send it again.',
  ),
  'bad-signature': entry(
    401,
    'The signature is missing or wrong',
    'Sign `id.timestamp.body` with the secret of this address, by HMAC-SHA256 in base64, as `v1,SIGNATURE`.',
  ),
  'stale-timestamp': entry(
    401,
    'The time of the signature is not now',
    'Set the clock, and sign each attempt anew: it may be 5 minutes off at most.',
  ),
  'invalid-notice': entry(
    422,
    'The notice is incomplete or malformed',
    'Correct what the detail names; /api/notices/schema.json has the schema.',
  ),
  'notice-number-taken': entry(
    409,
    'Something else was sent under this number',
    'Send a notice that differs under a number of its own.',
  ),
  'webhook-id-reused': entry(
    409,
    'This webhook-id was used for another notice',
    'Give each notice an id of its own, and keep it when you send the same one again.',
  ),
  'statement-not-sent': entry(
    409,
    'The statement has not been sent',
    'Send it first: a draft is not for its customer.',
  ),
  'stale-version': entry(
    409,
    'Somebody has changed this meanwhile',
    'Look at what stands now, as `current` says, and change it again.',
  ),
  'too-large': entry(413, 'Too much at once', 'Send fewer or smaller rows in one request.'),
  'books-differ': entry(
    409,
    'The books do not agree with orders and statements',
    'Look at the accounts that differ and have that mended first: a month is closed on books that agree.',
  ),
  'month-not-over': entry(409, 'The month is not over', 'Close it when its last day has passed.'),
  'month-closed-already': entry(409, 'The month is closed already', 'Look at the list of months again.'),
  'month-not-last-closed': entry(
    409,
    'Only the last closed month can be opened again',
    'Open the later months first, or book the correction into the open month.',
  ),
  'photo-not-announced': entry(
    404,
    'No such photo',
    'Send the command that adds it first; then its bytes, as the person who added it.',
  ),
  'photo-stored': entry(409, 'The photo is stored already', 'Nothing is left to be sent.'),
  'photo-damaged': entry(
    422,
    'The bytes are not those of the photo',
    'Something changed them on the way, or they are no picture: send them again from the beginning.',
  ),
  'picture-unreadable': entry(
    422,
    'The picture cannot be read',
    'Send a JPEG, PNG or WebP of at most 16 million points that other programs can open.',
  ),
  'schema-version': entry(
    426,
    'This version of the app is not served',
    'Reload the app to get the current version; what you entered is kept.',
  ),
  'server-older': entry(
    426,
    'The server is older than the app',
    'Update the server; what was entered is kept on the device until then.',
  ),
  'geocoder-unavailable': entry(
    502,
    'The geocoder does not answer',
    'Enter the address by hand and put the pin on the map; try again later.',
  ),
  'router-unavailable': entry(
    502,
    'The routing service does not answer',
    'Go by the estimate from the straight line; try again later.',
  ),
  'database-unavailable': entry(
    503,
    'The database is away',
    'Try again in a few seconds; nothing was changed.',
  ),
  internal: entry(
    500,
    'Something went wrong on the server',
    'Try again. If it happens again, tell the operator the time and this request id.',
  ),
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problemCodes;
