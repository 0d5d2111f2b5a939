import { expect, test } from 'vitest';
import { smsTemplates } from '../../sync-server/company/basics/sms-templates.ts';
import { valuesOf } from '#schemas/sms/compose.ts';
import { usualTemplate } from '../../client/orders/usual-template.ts';
import { orderWith } from './fixtures.ts';

const templates = smsTemplates.map(([code, , , , extra]) => ({ code, body: extra?.body }));
const usual = (changes: Parameters<typeof orderWith>[0], among = templates) => {
  const order = orderWith(changes);
  return usualTemplate(
    order,
    among,
    valuesOf(order, () => undefined),
  )?.code;
};

test('what is usually sent first is what is true by then', () => {
  expect(usual({ status: 'pending' })).toBe('received');
  expect(usual({ status: 'pending', kind: 'reservation' })).toBe('reserved');
  expect(usual({ status: 'dispatched' })).toBe('dispatched');
  expect(usual({ status: 'completed' })).toBe('rate');
});

test('where none is usual none is proposed', () => {
  const crew = { assignment: { vehicleId: 'vehicle-1', driverId: 'driver-1' } };
  expect(usual({ status: 'voided', ...crew })).toBeUndefined();
  expect(usual({ status: 'working', ...crew })).toBeUndefined();
});

test('without a usual one it is the only one, as long as the order fills it', () => {
  const own = templates.filter(({ code }) => code !== 'received');
  expect(usual({ status: 'pending' }, own)).toBeUndefined();
  expect(usual({ status: 'working' }, [{ code: 'own', body: '{plate} {link}' }])).toBe('own');
  expect(usual({ status: 'working' }, [])).toBeUndefined();
});
