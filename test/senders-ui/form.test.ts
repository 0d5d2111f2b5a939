import { expect, test } from 'vitest';
import { draftOf, inputOf, repeatedWord } from '../../client/senders/form.ts';

const sender = {
  name: '平安',
  outletId: 'outlet-1',
  services: { 拖车: 'service-tow', 搭电: 'service-jump-start' },
  customers: {},
  disabled: true,
};

test('a sender goes through its form unchanged, and takes nothing along that is not set up', () => {
  const listed = { ...sender, id: 'x', key: 'k', createdAt: 'now', waiting: 0, dead: 3 };
  expect(inputOf(draftOf(listed), true)).toEqual(sender);
});

test('a word stands once', () => {
  expect(repeatedWord([{ word: '拖车' }, { word: '' }, { word: '' }, {}, { word: ' 拖车 ' }])).toBe(4);
  expect(repeatedWord([{ word: '拖车' }, { word: '搭电' }])).toBeUndefined();
});
