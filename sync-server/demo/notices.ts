// What an insurer has offered the demo company over the interface: a few notices that nobody has answered yet, and one
// of which an order was made. They are kept as any sender's are once its signature was checked.
import type { Queryable } from '../database/database.ts';
import { keepNotice } from '../notices/intake.ts';
import { insertSender } from '../notices/senders.ts';
import { newSecret } from '../notices/signature.ts';
import type { Seal } from '../seal.ts';
import { outletFor } from '#schemas/notices/mapping.ts';
import type { NoticeRequest } from '#schemas/notices/request.ts';
import type { Command } from '#schemas/orders/commands.ts';
import { offers } from './data/offers.ts';
import { outlets } from './data/outlets.ts';
import type { DemoCommand } from './history.ts';
import { day, minute } from './history/clock.ts';

/** The insurer's words for what is to be done. */
const services: Readonly<Record<string, string>> = {
  拖车服务: 'service-tow',
  事故拖车: 'service-accident-tow',
  搭电服务: 'service-jump-start',
  更换备胎: 'service-tyre-change',
};

const insurer = {
  name: '安和财险救援平台',
  customerId: 'customer-anhe',
  services,
  customers: {},
  disabled: false,
};

interface Offered {
  readonly companyId: string;
  readonly history: readonly DemoCommand[];
  readonly now: Date;
  readonly seal: Seal;
}

/** @returns the history, in which the insurer's latest order speaks of the notice that it was made of */
export async function offerNotices(
  tx: Queryable,
  { companyId, history, now, seal }: Offered,
): Promise<DemoCommand[]> {
  const sender = await insertSender(tx, {
    companyId,
    id: 'sender-anhe',
    input: insurer,
    // Nobody is told it: whoever wants to try the interface has a new one made.
    sealedSecret: seal.close(newSecret()),
    by: 'staff-admin',
    now: new Date(now.getTime() - 60 * day),
  });
  const offer = async (request: NoticeRequest, at: number): Promise<string> => {
    const told = { webhookId: `demo-${request.number}`, text: JSON.stringify(request), now: new Date(at) };
    return (await keepNotice(tx, { sender: { ...sender, companyId }, ...told })).answer.id;
  };
  const taken = history.findLast(isOffered);
  const noticeId = taken && (await offer(requestOf(taken.command), Date.parse(taken.at) - 2 * minute));
  for (const { minutesAgo, request } of offers) await offer(request, now.getTime() - minutesAgo * minute);
  return history.map((entry) => (entry === taken && noticeId ? withNotice(taken, noticeId) : entry));
}

type Creation = Extract<Command, { type: 'create-order' }>;
type Created = DemoCommand & { readonly command: Creation };

/** Whether the insurer may have offered it to the outlet that took it. */
function isOffered(entry: DemoCommand): entry is Created {
  if (entry.command.type !== 'create-order') return false;
  const { kind, customerId, serviceId, pickup, outletId } = entry.command.payload;
  const isItsOwn = kind === 'normal' && customerId === insurer.customerId && wordFor(serviceId) !== undefined;
  return isItsOwn && outletFor({}, pickup, outlets) === outletId;
}

const wordFor = (serviceId: string): string | undefined =>
  Object.keys(services).find((word) => services[word] === serviceId);

function requestOf({ payload }: Creation): NoticeRequest {
  const { contact, car, pickup, destination, requester, fault, note } = payload;
  return {
    number: payload.customerOrderNumber ?? '',
    service: wordFor(payload.serviceId) ?? '',
    ...{ contact, car, pickup },
    ...(destination && { destination }),
    ...(requester && { requester }),
    ...(fault && { fault }),
    ...(note && { note }),
  };
}

function withNotice(entry: Created, noticeId: string): DemoCommand {
  const payload = { ...entry.command.payload, noticeId };
  return { ...entry, command: { ...entry.command, payload } };
}
