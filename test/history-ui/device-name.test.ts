import { expect, test } from 'vitest';
import { deviceName } from '../../client/history/device-name.ts';
import { historyStrings } from '../../client/history/strings.ts';

test('a device is told by what is known of it, and by a short id where nothing is', () => {
  const words = historyStrings.read('zh-CN');
  const named = (id: string | undefined, ofDriver = false) =>
    deviceName(id, { own: 'mine', ofDriver }, words);
  expect(named('mine', true)).toBe('本机');
  expect(named('demo-driver5', true)).toBe('司机手机');
  expect(named('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe('设备 5FAV');
  expect(named('demo-desk')).toBe('设备 DESK');
  expect(named(undefined)).toBe('接口');
});
