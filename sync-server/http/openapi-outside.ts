// The part of the description for insurers and platforms: what they post, what they are told, and who looks after
// it on our side.
import Type from 'typebox';
import { noticeStates } from '#schemas/notices/notice.ts';
import { NoticeRequest, noticeBodyBytes } from '#schemas/notices/request.ts';
import { rotationHours, SenderInput } from '#schemas/notices/sender.ts';
import { NoticeStatus } from '#schemas/notices/status.ts';
import { SmsSettings } from '#schemas/sms/settings.ts';
import { ResendBody } from '../notices/sender-routes.ts';
import {
  answer,
  body,
  instant,
  listOf,
  pathParameter,
  problems,
  queryParameter,
  record,
  ref,
  text,
} from './openapi-parts.ts';

const header = (name: string, description: string) => ({
  ...{ name, in: 'header', required: true, description },
  schema: text,
});

const signatureHeaders = [
  header('webhook-id', 'Yours; the same when you send the same again'),
  header('webhook-timestamp', 'Seconds since 1970 at the moment of signing; at most 5 minutes off'),
  header(
    'webhook-signature',
    'v1,BASE64: HMAC-SHA256 over `id.timestamp.body` with the bytes that follow whsec_ in base64',
  ),
];

export const noticePaths = {
  '/hooks/notices/{key}': {
    post: {
      summary: 'Offer an order',
      description: `Signed as Standard Webhooks has it. At most ${noticeBodyBytes} bytes. The same number again with the same content is answered as the notice stands now. Fields that the schema does not name are kept and shown.`,
      security: [],
      parameters: [pathParameter('key', text), ...signatureHeaders],
      requestBody: body(ref('NoticeRequest')),
      responses: {
        201: answer('Taken', ref('NoticeTaken')),
        200: answer('It was taken before', ref('NoticeTaken')),
        ...problems('bad-signature', 'not-found', 'notice-number-taken', 'invalid-request', 'too-large'),
        ...problems('invalid-notice', 'too-many-attempts'),
      },
    },
  },
  '/api/notices/schema.json': {
    get: {
      summary: 'The JSON Schema of what is posted',
      security: [],
      responses: {
        200: {
          description: 'JSON Schema 2020-12',
          content: { 'application/schema+json': { schema: { type: 'object' } } },
        },
      },
    },
  },
};

/** What a sender gets at the address that it was set up with. */
export const noticeWebhooks = {
  notice: {
    post: {
      summary: 'What became of a notice',
      description:
        'Any status from 200 to 299 says that you have it. Else it comes again, with the same webhook-id, for some 20 hours. During a change of secrets there are two signatures.',
      security: [],
      parameters: signatureHeaders,
      requestBody: body(ref('NoticeStatus')),
      responses: { 204: { description: 'You have it' } },
    },
  },
};

const senderAnswer = (description: string) => answer(description, record({ sender: ref('Sender') }));
const withSecret = (description: string) => answer(description, ref('SenderWithSecret'));
const id = pathParameter('id', text);
const refusals = problems(
  'not-signed-in',
  'forbidden',
  'missing-csrf-header',
  'invalid-request',
  'not-found',
);

export const senderPaths = {
  '/api/senders': {
    get: {
      summary: 'Who may send notices',
      responses: {
        200: answer('All of them', record({ senders: listOf(ref('ListedSender')) })),
        ...problems('not-signed-in', 'forbidden'),
      },
    },
    post: {
      summary: 'Let somebody send notices; the secret is shown this once',
      requestBody: body(SenderInput),
      responses: { 201: withSecret('With its key and secret'), ...refusals },
    },
  },
  '/api/senders/{id}': {
    put: {
      summary: 'Change a sender',
      parameters: [id],
      requestBody: body(SenderInput),
      responses: { 200: senderAnswer('As it is now'), ...refusals },
    },
  },
  '/api/senders/{id}/secret': {
    post: {
      summary: `A new secret; the former is valid for another ${rotationHours} hours`,
      parameters: [id],
      responses: { 200: withSecret('With the new secret'), ...refusals },
    },
  },
  '/api/deliveries': {
    get: {
      summary: 'What was told to the outside world, newest first',
      parameters: [
        queryParameter('state', { enum: ['waiting', 'done', 'dead'], default: 'dead' }),
        queryParameter('sender', text),
      ],
      responses: {
        200: answer('At most 100', record({ deliveries: listOf(ref('Delivery')) })),
        ...problems('not-signed-in', 'forbidden'),
      },
    },
  },
  '/api/notices/{id}/deliveries': {
    get: {
      summary: 'What the sender of a notice was told of it, newest first',
      parameters: [id],
      responses: {
        200: answer('At most 50', record({ deliveries: listOf(ref('Delivery')) })),
        ...problems('not-signed-in', 'not-found'),
      },
    },
  },
  '/api/deliveries/resend': {
    post: {
      summary: 'Try again what was given up',
      requestBody: body(ResendBody),
      responses: {
        200: answer('The ids of those that were given up', record({ ids: listOf(text) })),
        ...refusals,
      },
    },
  },
};

const smsAnswer = answer(
  'Secrets are shown empty; an empty one that is sent stays what it was',
  record({ settings: SmsSettings, receiptPath: text }, ['receiptPath']),
);

export const smsPaths = {
  '/hooks/sms/{key}': {
    post: {
      summary: 'What the gateway reports of messages, in its own form',
      description: 'The address is secret; receipts of messages that were never sent are passed over.',
      security: [],
      parameters: [pathParameter('key', text)],
      requestBody: body({}),
      responses: {
        200: answer('What the gateway wants to hear', { type: 'object' }),
        ...problems('not-found', 'too-large'),
      },
    },
  },
  '/api/sms/settings': {
    get: {
      summary: 'Which gateway messages go through',
      responses: { 200: smsAnswer, ...problems('not-signed-in', 'forbidden') },
    },
    put: {
      summary: 'Let messages go through another gateway',
      requestBody: body(SmsSettings),
      responses: { 200: smsAnswer, ...refusals },
    },
  },
};

const Sender = Type.Object({
  ...SenderInput.properties,
  id: Type.String(),
  key: Type.String(),
  createdAt: Type.String(),
  previousUntil: Type.Optional(Type.String()),
});

const ListedSender = Type.Object({
  ...Sender.properties,
  lastNoticeAt: Type.Optional(Type.String()),
  waiting: Type.Integer({ minimum: 0 }),
  dead: Type.Integer({ minimum: 0 }),
});

export const outsideSchemas = {
  NoticeRequest,
  NoticeStatus,
  NoticeTaken: record({ id: text, number: text, state: { enum: noticeStates }, reason: text }, ['reason']),
  Sender,
  ListedSender,
  SenderWithSecret: record({ sender: ref('Sender'), secret: text }),
  Delivery: record(
    {
      ...{
        id: text,
        kind: text,
        state: { enum: ['waiting', 'done', 'dead'] },
        attempts: { type: 'integer' },
      },
      ...{ createdAt: instant, dueAt: instant, finishedAt: instant, outcome: text },
      ...{ senderName: text, noticeId: text, number: text, event: text },
    },
    ['dueAt', 'finishedAt', 'outcome', 'senderName', 'noticeId', 'number', 'event'],
  ),
};
