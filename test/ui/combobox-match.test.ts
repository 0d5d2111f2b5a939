// Finding among the options of a searched field.
import { expect, test } from 'vitest';
import { matchOptions, stepOption } from '../../client/ui/combobox-match.ts';

const options = [
  { value: 'all', label: 'All of them', pinned: true },
  { value: 'a', label: '浙江平安', detail: '0571' },
  { value: 'b', label: '平安保险', keywords: 'picc' },
  { value: 'c', label: '人保', disabled: true },
];
const found = (query: string) => matchOptions(options, query).map(({ value }) => value);

test('options are found by any of their words, those that begin with it first, pinned ones always', () => {
  expect(found('平安')).toEqual(['all', 'b', 'a']);
  expect(found('平安 ０５７１')).toEqual(['all', 'a']);
  expect(found('PICC')).toEqual(['all', 'b']);
  expect(found('PingAn')).toEqual(['all', 'a', 'b']);
  expect(found('')).toEqual(['all', 'a', 'b', 'c']);
});

test('the arrow keys go round and leave out what cannot be chosen', () => {
  expect(stepOption(options, 2, 1)).toBe(0);
  expect(stepOption(options, 0, -1)).toBe(2);
  expect(stepOption([{ value: 'c', label: '', disabled: true }], -1, 1)).toBe(-1);
});
