// What speaks with the outside world, put together: notices that come in, and what is told to others. For main.ts
// and for the servers of tests.
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { SignedInWrapper } from './http/authenticate.ts';
import { noticeDelivery } from './notices/deliver.ts';
import { noticeJobKind } from './notices/jobs.ts';
import { noticeHookRoutes, noticeSchemaRoute } from './notices/routes.ts';
import { senderRoutes } from './notices/sender-routes.ts';
import { startOutbox, type Outbox } from './outbox/outbox.ts';
import { createSendRequest } from './outbox/safe-request.ts';
import type { CommandExecutor } from './orders/executor.ts';
import { makeLink } from './public/links.ts';
import { publicRoutes } from './public/routes.ts';
import { createSeal } from './seal.ts';
import { smsDelivery } from './sms/deliver.ts';
import { smsJobKind } from './sms/jobs.ts';
import { smsHookRoutes, smsSettingRoutes } from './sms/routes.ts';
import { statementPageRoutes } from './statements/links/page-routes.ts';
import { statementLinkRoutes } from './statements/links/routes.ts';

export interface OutsideDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly signedIn: SignedInWrapper;
  readonly executor: CommandExecutor;
  readonly config: Pick<Config, 'secretKey' | 'allowLoopback' | 'publicUrl'>;
}

export interface Outside {
  readonly outbox: Outbox;
  /** What reads bodies as they came over the wire. */
  mountRaw(app: Express): void;
  mount(app: Express): void;
  stop(): Promise<void>;
}

export async function openOutside({ config, ...deps }: OutsideDeps): Promise<Outside> {
  const seal = createSeal(config.secretKey);
  const shared = { ...deps, seal, send: createSendRequest(config) };
  const link = async (companyId: string, orderId: string) => {
    const token = await makeLink(deps.database, companyId, orderId, deps.clock());
    return `${config.publicUrl}/r/${token}`;
  };
  const outbox = await startOutbox({
    ...deps,
    random: Math.random,
    handlers: {
      [noticeJobKind]: noticeDelivery(shared),
      [smsJobKind]: smsDelivery({ ...shared, makeLink: link }),
    },
  });
  return {
    outbox,
    mountRaw: (app) => {
      app.use(publicRoutes(shared));
      app.use(statementPageRoutes(shared));
      app.use(noticeHookRoutes(shared));
      app.use(smsHookRoutes(shared));
    },
    mount: (app) => {
      app.use('/api', statementLinkRoutes({ ...shared, publicUrl: config.publicUrl }));
      app.use('/api', noticeSchemaRoute());
      app.use('/api', senderRoutes({ ...shared, sending: config }));
      app.use('/api', smsSettingRoutes({ ...shared, sending: config }));
    },
    stop: () => outbox.stop(),
  };
}
