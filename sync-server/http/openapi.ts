// GET /api/openapi.json: the HTTP interface as an OpenAPI 3.1 document, made from the schemas that the server
// itself checks with. OpenAPI 3.1 takes JSON schemas as they are.
import { permissions } from '#schemas/staff/permissions.ts';
import { problemCodes } from '#schemas/core/problem-codes.ts';
import {
  CommandEnvelope,
  Verdict,
  commandPayloads,
  commandTypes,
  type CommandType,
} from '#schemas/orders/commands.ts';
import { collectionNames, collections, type Collection } from '#schemas/sync/collections.ts';
import { limits, PushRow } from '#schemas/sync/protocol.ts';
import {
  answer,
  body,
  instant,
  listOf,
  problemResponse,
  problems,
  pushable,
  queryParameter,
  record,
  ref,
  refusals,
  replicated,
  text,
  type Json,
} from './openapi-parts.ts';
import { mapPaths, mapSchemas } from './openapi-maps.ts';
import { photoPaths, photoSchemas } from './openapi-photos.ts';
import { financePaths } from './openapi-finance.ts';
import { reportPaths } from './openapi-reports.ts';
import { orderPaths } from './openapi-orders.ts';
import { referencePaths, referenceSchemas } from './openapi-reference.ts';
import { healingPaths, quarantinePaths, quarantineSchemas } from './openapi-sync.ts';
import { companyPath, ownPasswordPath, staffPaths } from './openapi-staff.ts';
import { statementPaths } from './openapi-statements.ts';
import { noticePaths, noticeWebhooks, outsideSchemas, senderPaths, smsPaths } from './openapi-outside.ts';
import { SignInBody } from './session-routes.ts';

/** The document, as plain JSON. */
export function openapiDocument(version: string): Record<string, unknown> {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Towline', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { cookie: [] }],
    paths: {
      ...{
        ...systemPaths,
        ...sessionPaths,
        ...ownPasswordPath,
        ...replicationPaths,
        ...streamPath,
        ...healingPaths,
      },
      ...{
        ...commandPaths,
        ...orderPaths,
        ...quarantinePaths,
        ...financePaths,
        ...reportPaths,
        ...statementPaths,
        ...referencePaths,
        ...companyPath,
        ...staffPaths,
        ...mapPaths,
        ...photoPaths,
      },
      ...{ ...noticePaths, ...senderPaths, ...smsPaths },
    },
    webhooks: noticeWebhooks,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'towline',
          description: 'Methods other than GET also need the header X-Towline: 1.',
        },
      },
      schemas: {
        ...baseSchemas,
        ...quarantineSchemas,
        ...outsideSchemas,
        ...referenceSchemas,
        ...mapSchemas,
        ...photoSchemas,
        ...commandSchemas(),
        ...documentSchemas(),
      },
      responses: { Problem: problemResponse },
    },
    'x-problem-codes': problemCodes,
  };
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}

const systemPaths = {
  '/health': {
    get: {
      summary: 'Whether the server can serve now',
      security: [],
      responses: {
        200: answer('It can', ref('Health')),
        503: answer('The database is away', ref('Health')),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      summary: 'This document',
      security: [],
      responses: { 200: answer('OpenAPI 3.1', { type: 'object' }) },
    },
  },
};

const sessionPaths = {
  '/api/session': {
    post: {
      summary: 'Sign in; also sets the cookie',
      security: [],
      requestBody: body(SignInBody),
      responses: {
        201: answer('Signed in', ref('Session')),
        ...problems('bad-credentials', 'company-needed', 'invalid-request', 'too-many-attempts', 'too-large'),
      },
    },
    get: {
      summary: 'Who is signed in',
      responses: { 200: answer('The actor', ref('Actor')), ...problems('not-signed-in') },
    },
    delete: {
      summary: 'Sign out; the token ends on every server within a minute',
      responses: {
        204: { description: 'Signed out' },
        ...problems('not-signed-in', 'missing-csrf-header'),
      },
    },
  },
};

const eventStream = (schema: Json) => ({
  description: 'The stream; the data of each event is JSON',
  content: { 'text/event-stream': { schema } },
});

const replicationPaths = {
  '/replication/{collection}/{schemaVersion}/pull': {
    get: {
      summary: 'What has changed since a checkpoint, in the order in which it was committed',
      description: 'Start with lwt=0 and an empty id. Fewer documents than the limit: there is no more now.',
      parameters: [
        ...replicated(collectionNames),
        queryParameter('lwt', { type: 'integer', minimum: 0, default: 0 }),
        queryParameter('id', { type: 'string', default: '' }),
        queryParameter('limit', {
          type: 'integer',
          minimum: 1,
          maximum: limits.pullMax,
          default: limits.pullDefault,
        }),
      ],
      responses: { 200: answer('A page', ref('Page')), ...problems(...refusals) },
    },
  },
  '/replication/{collection}/{schemaVersion}/push': {
    post: {
      summary: 'Send what was written on a device',
      description: `At most ${limits.pushRows} rows and ${limits.bodyBytes} bytes. 200 also when every row was refused; 429 to somebody who was disabled while too much of his waits for a manager. With answer=all every row is answered, and one that was refused carries the reason as _refused {code, detail?, field?}.`,
      parameters: [...replicated(pushable), queryParameter('answer', { enum: ['all'] })],
      requestBody: body({ ...listOf(ref('PushRow')), maxItems: limits.pushRows }),
      responses: {
        200: answer(
          'For each row that did not go in as sent, the true state of its document',
          listOf(ref('ReplicatedDocument')),
        ),
        ...problems(...refusals, 'missing-csrf-header', 'too-large', 'too-many-requests'),
      },
    },
  },
  '/replication/{collection}/{schemaVersion}/pullStream': {
    get: {
      summary: 'Server-sent events: "RESYNC", or a page as it is committed',
      parameters: replicated(collectionNames),
      responses: {
        200: eventStream({ anyOf: [{ const: 'RESYNC' }, ref('Page')] }),
        ...problems(...refusals),
      },
    },
  },
};

const streamPath = {
  '/replication/stream': {
    get: {
      summary: 'Server-sent events of many collections over one connection',
      description: 'Whoever has not everything up to `previous` has missed something and pulls.',
      parameters: [
        {
          ...queryParameter('collections', { ...listOf({ enum: collectionNames }), minItems: 1 }),
          required: true,
          explode: false,
        },
      ],
      responses: {
        200: eventStream({ anyOf: [{ const: 'RESYNC' }, ref('StreamMessage')] }),
        ...problems('not-signed-in', 'invalid-request'),
      },
    },
  },
};

const commandPaths = {
  '/api/commands': {
    post: {
      summary: 'Decide commands, in the order given',
      requestBody: body({
        type: 'object',
        required: ['commands'],
        properties: { commands: { ...listOf(ref('Command')), maxItems: limits.pushRows } },
      }),
      responses: {
        200: answer('A verdict for each command, in order', {
          type: 'object',
          required: ['verdicts'],
          properties: { verdicts: listOf(ref('CommandVerdict')) },
        }),
        ...problems('not-signed-in', 'missing-csrf-header', 'invalid-request', 'too-large'),
      },
    },
  },
};

const baseSchemas = {
  Health: record({
    status: { enum: ['ok', 'unavailable'] },
    version: text,
    database: { enum: ['embedded', 'postgres'] },
  }),
  Actor: record(
    {
      id: text,
      name: text,
      companyId: text,
      outletIds: listOf(text),
      roleIds: listOf(text),
      permissions: listOf({ enum: permissions }),
      companyName: text,
      extension: text,
      mustChangePassword: { type: 'boolean', description: 'Until he has, he can do nothing else.' },
    },
    ['companyName', 'extension', 'mustChangePassword'],
  ),
  Session: record({ token: text, expiresAt: instant, actor: ref('Actor') }),
  Problem: record({
    type: { type: 'string', format: 'uri-reference' },
    title: text,
    status: { type: 'integer' },
    code: { enum: Object.keys(problemCodes) },
    detail: text,
    requestId: text,
  }),
  Checkpoint: record({ id: text, lwt: { type: 'integer', minimum: 0 } }),
  Tombstone: record({ id: text, _deleted: { const: true } }),
  ReplicatedDocument: {
    anyOf: [ref('Tombstone'), ...collectionNames.map((name) => liveDocument(name))],
  },
  Page: record({ documents: listOf(ref('ReplicatedDocument')), checkpoint: ref('Checkpoint') }),
  StreamMessage: record({
    collection: { enum: collectionNames },
    previous: { type: 'integer', minimum: 0 },
    documents: listOf(ref('ReplicatedDocument')),
    checkpoint: ref('Checkpoint'),
  }),
  PushRow,
  CommandVerdict: { allOf: [record({ id: text }), Verdict] },
};

function liveDocument(name: Collection): Json {
  return { allOf: [ref(name), record({ _deleted: { type: 'boolean' } })] };
}

/** Each collection's document under the collection's name. */
function documentSchemas(): Json {
  return Object.fromEntries(collectionNames.map((name) => [name, collections[name].schema]));
}

const commandName = (type: CommandType) => `command.${type}`;

/** Each type's payload, the command around it, and the choice between them all. */
function commandSchemas(): Json {
  const mapping = commandTypes.map((type) => [type, ref(commandName(type)).$ref] as const);
  return {
    Command: {
      oneOf: commandTypes.map((type) => ref(commandName(type))),
      discriminator: { propertyName: 'type', mapping: Object.fromEntries(mapping) },
    },
    ...Object.fromEntries(commandTypes.map((type) => [commandName(type), commandSchema(type)])),
    ...Object.fromEntries(commandTypes.map((type) => [`payload.${type}`, commandPayloads[type]])),
  };
}

function commandSchema(type: CommandType): Json {
  const { properties, required } = CommandEnvelope;
  return {
    type: 'object',
    properties: { ...properties, type: { const: type }, payload: ref(`payload.${type}`) },
    required,
  };
}
