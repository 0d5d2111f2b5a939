// The part of the description about employees: passwords, and what lies on no device.
import { CompanyProfile } from '#schemas/staff/company.ts';
import { StaffPrivateStored } from '#schemas/staff/staff.ts';
import { NewPasswordBody } from '../staff/routes.ts';
import { answer, body, instant, pathParameter, problems, record, text } from './openapi-parts.ts';
import { OwnPasswordBody } from './session-routes.ts';

const ofStaff = [pathParameter('id', text)];
const weak = 'weak-password: the detail names each fault, e.g. too-short, too-common, is-username.';

export const ownPasswordPath = {
  '/api/session/password': {
    post: {
      summary: 'Change one’s own password; every other session of the same person ends',
      description: weak,
      requestBody: body(OwnPasswordBody),
      responses: {
        204: { description: 'Changed' },
        ...problems(
          ...(['not-signed-in', 'missing-csrf-header', 'invalid-request'] as const),
          ...(['wrong-password', 'weak-password', 'too-many-attempts'] as const),
        ),
      },
    },
  },
};

export const companyPath = {
  '/api/company': {
    put: {
      summary: 'What the company is called, on paper and on the pages that customers open',
      description: 'For roles.edit with outlets.all. Devices read it as companyName of GET /api/session.',
      requestBody: body(CompanyProfile),
      responses: {
        200: answer('As it is kept', CompanyProfile),
        ...problems('not-signed-in', 'missing-csrf-header', 'forbidden', 'invalid-request'),
      },
    },
  },
};

export const staffPaths = {
  '/api/staff/{id}/account': {
    get: {
      summary: 'Whether an employee can sign in, and when he last did',
      parameters: ofStaff,
      responses: {
        200: answer(
          'His account',
          record(
            { hasPassword: { type: 'boolean' }, mustChange: { type: 'boolean' }, lastSignInAt: instant },
            ['lastSignInAt'],
          ),
        ),
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
  },
  '/api/staff/{id}/private': {
    get: {
      summary: 'What of an employee lies on no device: identity card, bank account, picture …',
      description: 'For staff.sensitive, of the people within the sender’s outlets; one’s own for oneself.',
      parameters: ofStaff,
      responses: {
        200: answer('What is stored, and its version; 0: nothing yet', StaffPrivateStored),
        ...problems('not-signed-in', 'forbidden', 'not-found'),
      },
    },
    put: {
      summary: 'Replace it; the version is the one that was read',
      description:
        'For staff.sensitive and staff.edit. stale-version: somebody else was first; `current` is what he has written. A photo may be larger than it will be: it is kept upright, within 512 × 512 points, as JPEG and without what the camera noted.',
      parameters: ofStaff,
      requestBody: body(StaffPrivateStored),
      responses: {
        200: answer('What is stored now', StaffPrivateStored),
        ...problems(
          ...(['not-signed-in', 'missing-csrf-header', 'invalid-request', 'too-large'] as const),
          ...(['forbidden', 'not-found', 'stale-version', 'picture-unreadable'] as const),
        ),
      },
    },
  },
  '/api/staff/{id}/password': {
    post: {
      summary: 'Set the password of another person, who is signed out everywhere',
      description: `Not of somebody who may more than the sender, nor beyond the sender’s outlets. With mustChange he can do nothing before he has changed it. ${weak}`,
      parameters: ofStaff,
      requestBody: body(NewPasswordBody),
      responses: {
        204: { description: 'Set' },
        ...problems(
          ...(['not-signed-in', 'missing-csrf-header', 'invalid-request'] as const),
          ...(['forbidden', 'not-found', 'weak-password'] as const),
        ),
      },
    },
  },
  '/api/staff/{id}/sessions': {
    delete: {
      summary: 'Sign another person out on all devices, within a minute',
      description: 'Not of somebody who may more than the sender, nor beyond the sender’s outlets.',
      parameters: ofStaff,
      responses: {
        204: { description: 'Signed out' },
        ...problems(...(['not-signed-in', 'missing-csrf-header', 'forbidden', 'not-found'] as const)),
      },
    },
  },
};
