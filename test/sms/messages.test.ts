// Messages about an order: what they say, who may send them, and how far they have come.
import { describe, expect, test } from 'vitest';
import { continued, created, findIn, judge, line, rejectionOf, sms, told, wayTo } from '../setup/rules.ts';
import type { Filed } from '../../sync-server/company/found.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { messageStates, orderStatuses, type MessageState } from '#schemas/orders/order.ts';
import { messagesOf, reportOf } from '#schemas/sms/messages.ts';

const order = told(...wayTo.dispatched);
const send = (
  changed: Partial<CommandPayload<'send-sms'>> = {},
  who: 'clerk' | 'driver1' | 'finance' = 'clerk',
) => line(who, 'send-sms', { templateId: 'sms-rate', phone: '13900000000', ...changed });
const template = (body: string, changed: { disabled?: boolean } = {}): Filed[] => [
  {
    collection: 'catalog',
    document: {
      ...{ id: 'sms-own', name: '自定', disabled: false, type: 'sms-template', code: 'own', sort: 1, body },
      ...changed,
    },
  },
];

describe('a message', () => {
  test('says what the order says, and what the sender adds', () => {
    const [message] = messagesOf(continued(order, sms));
    expect(message).toEqual({
      id: 'command-3',
      templateId: 'sms-dispatched',
      phone: '13900000000',
      text: '您好，outlet-1已安排救援车浙A12345前往西湖区文三路 1 号，司机driver1，电话13800000001，请保持电话畅通。',
      state: 'queued',
      at: '2026-03-01T08:00:05.000Z',
      by: 'staff-dispatcher',
    });
  });

  test('hands its fields on in the order of the template, for gateways that hold the text themselves', () => {
    const decision = judge(order, sms);
    const names = decision.ok && decision.value[0]?.message?.params.map(({ name }) => name);
    expect(names).toEqual(['outlet', 'vehicle', 'pickup', 'driver', 'driverPhone']);
  });

  test('keeps the link’s place: its secret is made when it leaves', () => {
    expect(messagesOf(continued(order, send()))[0]?.text).toBe(
      '本次拖车牵引已完成，请为我们的服务打分：{link}',
    );
    const forged = send({ params: { link: 'https://evil.example' } });
    expect(messagesOf(continued(order, forged))[0]?.text).toContain('{link}');
  });

  test('has its gaps named', () => {
    expect(rejectionOf(judge(told(created), send({ templateId: 'sms-dispatched' })))).toEqual({
      code: 'sms-field-missing',
      detail: 'vehicle, driver, driverPhone',
    });
    const filled = send({ templateId: 'sms-delay', params: { minutes: '20', driverPhone: '138' } });
    expect(judge(order, filled).ok).toBe(true);
    expect(
      judge(order, send({ templateId: 'sms-delay', params: { minutes: ' ', driverPhone: '138' } })).ok,
    ).toBe(false);
  });

  test('fills nothing into what was filled in', () => {
    const find = findIn(template('{a}{plate}'));
    const decision = judge(order, send({ templateId: 'sms-own', params: { a: '{plate}$&' } }), { find });
    expect(decision.ok && decision.value[0]?.message?.text).toBe('{plate}$&浙A88888');
  });

  test.each(orderStatuses)('goes out when the order is %s', (status) => {
    expect(judge(told(...wayTo[status]), send()).ok).toBe(true);
  });

  test.each([
    ['0571-80000000', false],
    ['400 820 8820', false],
    ['13900000000转12', false],
    ['139 0000 0000', true],
    ['+886 912 345 678', true],
  ])('goes to mobile phones only: %s %s', (phone, isMobile) => {
    const decision = judge(order, send({ phone }));
    expect(decision.ok).toBe(isMobile);
    if (!decision.ok) expect(decision.error).toEqual({ code: 'phone-not-mobile', detail: phone });
  });

  test('needs a template that is there, enabled and not empty', () => {
    const refusal = (templateId: string, find = findIn()) =>
      rejectionOf(judge(order, send({ templateId }), { find }));
    expect(refusal('sms-none')).toEqual({ code: 'unknown-reference', detail: 'templateId' });
    expect(refusal('service-tow')).toEqual({ code: 'unknown-reference', detail: 'templateId' });
    expect(refusal('sms-own', findIn(template('  ')))).toEqual({
      code: 'unknown-reference',
      detail: 'templateId',
    });
    expect(refusal('sms-own', findIn(template('好', { disabled: true })))).toEqual({
      code: 'disabled-reference',
      detail: 'templateId',
    });
  });

  test.each([
    ['finance', 'not-permitted'],
    ['driver1', 'not-permitted'],
  ] as const)('by %s is refused as %s', (who, code) => {
    expect(rejectionOf(judge(order, send({}, who))).code).toBe(code);
  });
});

describe('the state of a message', () => {
  const sent = continued(order, send());
  const [message = { id: '' }] = messagesOf(sent);
  const report = (state: MessageState, code?: string) => {
    const { payload } = reportOf({ id: message.id, orderId: order.id }, state, '2026-03-01T08:00:00Z', code);
    return line('server', 'report-sms', payload);
  };
  const stateAfter = (...states: MessageState[]) =>
    messagesOf(continued(sent, ...states.map((state) => report(state))))[0]?.state;

  test('goes on as the gateway tells, with its word for what went wrong', () => {
    expect(stateAfter()).toBe('queued');
    expect(stateAfter('sent')).toBe('sent');
    expect(stateAfter('sent', 'delivered')).toBe('delivered');
    const failed = continued(sent, report('sent'), report('failed', 'MOBILE_NOT_ON_SERVICE'));
    expect(messagesOf(failed)[0]).toMatchObject({ state: 'failed', code: 'MOBILE_NOT_ON_SERVICE' });
  });

  test('does not go back when receipts come late or twice', () => {
    expect(stateAfter('delivered', 'sent', 'unknown')).toBe('delivered');
    expect(stateAfter('unknown', 'delivered')).toBe('delivered');
    for (const last of messageStates) expect(stateAfter('delivered', last)).toBe('delivered');
  });

  test('is told by the server alone, of a message that there is', () => {
    const payload = { messageId: message.id, state: 'delivered' } as const;
    expect(rejectionOf(judge(sent, line('admin', 'report-sms', payload))).code).toBe('not-permitted');
    expect(rejectionOf(judge(sent, line('rescued', 'report-sms', payload))).code).toBe('not-permitted');
    expect(
      rejectionOf(judge(sent, line('server', 'report-sms', { ...payload, messageId: 'command-1' }))),
    ).toEqual({
      code: 'unknown-reference',
      detail: 'messageId',
    });
  });

  test('told twice is one command', () => {
    const tell = () => reportOf({ id: 'm-1', orderId: 'order-1' }, 'sent', '2026-03-01T08:00:00Z').id;
    expect(tell()).toBe(tell());
    expect(tell()).not.toBe(reportOf({ id: 'm-1', orderId: 'order-1' }, 'delivered', 'x').id);
  });
});
