// /r/{token}: what the rescued person sees behind the link in his message, and the stars that he gives.
import { randomBytes } from 'node:crypto';
import { urlencoded, Router, type Request, type Response } from 'express';
import type { Database } from '../database/database.ts';
import type { CommandExecutor } from '../orders/executor.ts';
import { ulid } from '#schemas/core/ids.ts';
import type { VehiclePosition, Vehicle } from '#schemas/fleet/vehicle.ts';
import { isOpen, type Order } from '#schemas/orders/order.ts';
import { rescuedPerson } from '#schemas/staff/outsiders.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { orderOfLink, type Linked } from './links.ts';
import { gonePage, pageHeaders, progressPage, type PageContent } from './page.ts';
import { progressOf, surnameOf } from './progress.ts';
import { languages, textsFor, type Texts } from './texts.ts';

export interface PublicDeps {
  readonly database: Database;
  readonly executor: CommandExecutor;
  readonly clock: () => Date;
}

/** Companies are in one zone; see FormatProvider in the client. */
const zone = 'Asia/Shanghai';

export function publicRoutes(deps: PublicDeps): Router {
  const router = Router();
  router.get('/r/:token', async (request, response) => {
    const linked = await orderOfLink(deps.database, request.params.token, deps.clock());
    await answer(deps, linked, request, response);
  });
  router.post('/r/:token', urlencoded({ extended: false, limit: '16kb' }), async (request, response) => {
    const linked = await orderOfLink(deps.database, request.params.token, deps.clock());
    const stars = Number(fieldOf(request, 'stars'));
    if (!linked || !Number.isInteger(stars) || stars < 1 || stars > 5)
      return answer(deps, linked, request, response, true);
    const comment = fieldOf(request, 'comment').trim().slice(0, 1000);
    await rate(deps, linked, { stars, ...(comment && { comment }) });
    response.redirect(303, `/r/${encodeURIComponent(request.params.token)}`);
  });
  return router;
}

function fieldOf({ body }: Request, name: string): string {
  const value: unknown = Object.entries((body ?? {}) as object).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** A second one is refused by the rule, and what is stored is shown to whoever sent it. */
async function rate(
  { executor, clock }: PublicDeps,
  { companyId, orderId }: Linked,
  payload: { readonly stars: number; readonly comment?: string },
): Promise<void> {
  const command = {
    ...{ id: ulid(clock().getTime(), randomBytes(10)), n: 0, deviceId: 'public-link', type: 'rate', orderId },
    ...{ at: clock().toISOString(), payload },
  };
  await executor.submit(rescuedPerson(companyId, orderId), [command]);
}

async function answer(
  deps: PublicDeps,
  linked: Linked | undefined,
  request: Request<{ token: string }>,
  response: Response,
  lacksStars = false,
): Promise<void> {
  const t = textsFor(request.acceptsLanguages(languages));
  const content = linked && (await contentOf(deps, linked, request.params.token, lacksStars));
  response
    .status(content ? (lacksStars ? 422 : 200) : 404)
    .set(pageHeaders)
    .type('html')
    .send(html(content, t));
}

const html = (content: PageContent | undefined, t: Texts): string =>
  content ? progressPage(content, t) : gonePage(t);

async function contentOf(
  { database, clock }: PublicDeps,
  { companyId, orderId }: Linked,
  token: string,
  lacksStars: boolean,
): Promise<PageContent | undefined> {
  const read = async <Body>(collection: string, id: string): Promise<Body | undefined> => {
    const [row] = await database.query<{ body: Body }>(
      'select body from documents where company_id = $1 and collection = $2 and id = $3',
      [companyId, collection, id],
    );
    return row?.body;
  };
  const order = await read<Order>('orders', orderId);
  if (!order) return undefined;
  const { assignment } = order;
  const isComing = assignment !== undefined && isOpen(order.status);
  const vehicle = isComing ? await read<Vehicle>('vehicles', assignment.vehicleId) : undefined;
  const driver = isComing ? await read<Staff>('staff', assignment.driverId) : undefined;
  const position = isComing ? await positionOf(database, companyId, assignment.driverId) : undefined;
  return {
    progress: progressOf(order, position, clock()),
    ...(vehicle &&
      driver && {
        crew: {
          plate: vehicle.plate,
          surname: surnameOf(driver.name),
          ...(driver.phone && { phone: driver.phone }),
        },
      }),
    ...{ path: `/r/${encodeURIComponent(token)}`, lacksStars, zone },
  };
}

/** One document for each driver or vehicle of the company: few. */
async function positionOf(
  database: Database,
  companyId: string,
  driverId: string,
): Promise<VehiclePosition | undefined> {
  const [row] = await database.query<{ body: VehiclePosition }>(
    `select body from documents where company_id = $1 and collection = 'positions'
       and body ->> 'driverId' = $2 order by body ->> 'at' desc limit 1`,
    [companyId, driverId],
  );
  return row?.body;
}
