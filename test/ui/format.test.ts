// Telephone numbers, distances, counts.
import { expect, it } from 'vitest';
import { formatCount, formatDistance, formatPhone } from '../../client/ui/format.ts';

it.each([
  ['13812345678', '138 1234 5678'],
  ['+8613812345678', '+86 138 1234 5678'],
  ['010-12345678', '010 1234 5678'],
  ['02112345678', '021 1234 5678'],
  ['05711234567', '0571 123 4567'],
  ['8001', '8001'],
  ['+1 212 555 0100', '+1 212 555 0100'],
])('groups the number %s as %s', (phone, expected) => {
  expect(formatPhone(phone)).toBe(expected);
});

it.each([
  [0, '0 米'],
  [847, '850 米'],
  [996, '1.0 公里'],
  [12_340, '12.3 公里'],
  [120_400, '120 公里'],
])('shows %d metres as %s', (metres, expected) => {
  expect(formatDistance(metres, 'zh-CN')).toBe(expected);
});

it('groups counts by thousands', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
});
