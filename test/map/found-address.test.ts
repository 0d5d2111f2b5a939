// The address that a place of the map brings along.
import { expect, it } from 'vitest';
import { createAddressFilling } from '../../client/outlets/found-address.ts';
import { foundAddress } from '../../client/ui/map/found-address.ts';

function filling(entered?: string) {
  let address = entered;
  const take = createAddressFilling({ read: () => address, write: (text) => (address = text) });
  return { take, type: (text: string) => (address = text), address: () => address };
}

it('fills an address that is empty, and goes with the next place that is found', () => {
  const { take, address } = filling('  ');
  take('文三路 1 号', 'search');
  expect(address()).toBe('文三路 1 号');
  take('庆春路 2 号', 'search');
  expect(address()).toBe('庆春路 2 号');
});

it('leaves what somebody has entered, until he takes the one near the pin', () => {
  const { take, type, address } = filling('石祥路 202 号');
  take('文三路 1 号', 'search');
  expect(address()).toBe('石祥路 202 号');
  take('文三路 1 号', 'pin');
  expect(address()).toBe('文三路 1 号');
  type('文三路 1 号 2 楼');
  take('庆春路 2 号', 'search');
  expect(address()).toBe('文三路 1 号 2 楼');
});

it('has the name of a place that its address does not have', () => {
  expect(foundAddress({ name: '西湖大厦', address: '文三路 1 号' })).toBe('文三路 1 号 西湖大厦');
  expect(foundAddress({ name: '文三路', address: '文三路 1 号' })).toBe('文三路 1 号');
  expect(foundAddress({ name: '西湖大厦', address: '' })).toBe('西湖大厦');
});
