// What is said about an order beside the driving: messages to the phone at the car, the insurer's word on the
// result, and what the rescued person thought of it.
import { ulid } from '#schemas/core/ids.ts';
import { reportOf } from '#schemas/sms/messages.ts';
import { customers } from '../data/customers.ts';
import { hour, minute, officeMoment } from './clock.ts';
import type { Random } from './random.ts';
import type { Rescue } from './rescue.ts';
import { instant, type Deed } from './script.ts';

export function aftermathOf(rescue: Rescue, deeds: readonly Deed[], random: Random): Deed[] {
  return [
    ...messagesAbout(rescue, deeds, random),
    ...confirmationOf(rescue, deeds, random),
    ...ratingOf(rescue, deeds, random),
  ];
}

/** Told that somebody comes; a message or two a day reach nobody. */
export function messagesAbout(rescue: Rescue, deeds: readonly Deed[], random: Random): Deed[] {
  const sent = deeds.findLast(({ draft }) => draft.type === 'dispatch');
  if (!sent || !random.chance(0.4)) return [];
  return message(rescue, 'sms-dispatched', sent.at + random.whole(15, 40) * 1000, random);
}

function message(
  { orderId, details, dispatcher }: Rescue,
  templateId: string,
  at: number,
  random: Random,
): Deed[] {
  const id = ulid(at, random.bytes(10));
  const payload = { templateId, phone: details.contact.phone };
  const report = (state: 'sent' | 'delivered' | 'failed', after: number, code?: string): Deed => {
    const { id: reportId, type, payload: told } = reportOf({ id, orderId }, state, instant(at + after), code);
    return { actorId: 'server', at: at + after, id: reportId, draft: { type, orderId, payload: told } };
  };
  const end = random.chance(0.05)
    ? report('failed', random.whole(4000, 20_000), 'MOBILE_NOT_ON_SERVICE')
    : report('delivered', random.whole(3000, 9000));
  return [
    { actorId: dispatcher, at, id, draft: { type: 'send-sms', orderId, payload } },
    report('sent', random.whole(400, 1500)),
    end,
  ];
}

const endOf = (deeds: readonly Deed[], ...types: string[]): number | undefined =>
  deeds
    .filter(({ draft }) => types.includes(draft.type))
    .map(({ at }) => at)
    .sort((a, b) => a - b)[0];

const remarks: readonly (readonly [remark: string, outcome: string])[] = [
  ['已与报案人核实，救援完成，车辆已送达。', '认可'],
  ['客户表示满意，案件可结。', '认可'],
  ['里程与系统一致，同意结算。', '认可'],
  ['现场照片齐全，结果确认。', '认可'],
  ['对拖车里程有异议，已补传轨迹。', '有异议'],
];

/** One in ten is forgotten, and stands out for that. */
function confirmationOf(
  { orderId, details, dispatcher }: Rescue,
  deeds: readonly Deed[],
  random: Random,
): Deed[] {
  const ended = endOf(deeds, 'complete', 'empty-run');
  const isAsked = customers.find(({ id }) => id === details.customerId)?.needsConfirmation;
  if (!ended || !isAsked || random.chance(0.1)) return [];
  const [returnRemark, outcome] = random.pick(remarks);
  const at = random.chance(0.5)
    ? ended + random.whole(30, 300) * minute
    : officeMoment(ended, 1, random) + random.whole(0, 6) * hour;
  return [
    {
      actorId: dispatcher,
      at,
      draft: { type: 'confirm-result', orderId, payload: { returnRemark, outcome } },
    },
  ];
}

const opinions: readonly (readonly [stars: number, weight: number, comments: readonly string[]])[] = [
  [5, 60, ['师傅很专业，态度也好', '来得很快，点赞', '非常感谢！', '半夜也有人接，放心']],
  [4, 22, ['总体不错，等得稍久', '服务好，就是有点堵']],
  [3, 9, ['一般', '比说好的时间晚了十几分钟']],
  [2, 5, ['等了快一小时，中间没人联系', '师傅态度不太好']],
  [1, 4, ['说好半小时到，结果等了一个多小时', '到场后还要加价，不认可']],
];

function ratingOf(rescue: Rescue, deeds: readonly Deed[], random: Random): Deed[] {
  const completed = endOf(deeds, 'complete');
  if (!completed || isRated(deeds) || !random.chance(0.3)) return [];
  const [stars, comments] = random.weighted(
    opinions.map(([given, weight, said]) => [[given, said] as const, weight]),
  );
  const comment = random.chance(stars < 4 ? 0.9 : 0.5) ? random.pick(comments) : undefined;
  return [rated(rescue, completed + random.whole(12, 240) * minute, stars, comment)];
}

const isRated = (deeds: readonly Deed[]) => deeds.some(({ draft }) => draft.type === 'rate');

export function rated({ orderId }: Rescue, at: number, stars: number, comment?: string): Deed {
  const payload = { stars, ...(comment && { comment }) };
  return { actorId: 'rescued-person', at, draft: { type: 'rate', orderId, payload } };
}
