// Chinese names found by how they sound.
import { describe, expect, test } from 'vitest';
import { matchOptions } from '../../client/ui/combobox-match.ts';
import { soundsLike } from '../../client/ui/pinyin.ts';
import { textMatcher } from '../../client/ui/text-match.ts';

test.each([
  ['平安保险', 'pabx'],
  ['平安保险', 'pingan'],
  ['平安保险', 'pinganbx'],
  ['平安保险', 'pinganbaox'],
  ['中国平安保险浙江分公司', 'zjfgs'],
  ['重庆人保', 'cqrb'],
  ['重庆人保', 'zqrb'],
  ['周师傅', 'zhsf'],
  ['阿里', 'al'],
])('%s is found by %s', (text, typed) => expect(soundsLike(text, typed)).toBe(true));

test.each([
  // Not together, not in this order, too much, no letters, one letter, or not Chinese.
  ['平安保险', 'px'],
  ['平安保险', 'anping'],
  ['平安保险', 'pinganbaoxiangs'],
  ['平安保险', ''],
  ['平安保险', 'p'],
  ['平安保险', 'p2'],
  ['acme', 'ac'],
])('%s is not found by %s', (text, typed) => expect(soundsLike(text, typed)).toBe(false));

test('what can be split in many ways does not take many times as long', () => {
  const name = '平安财产保险股份有限公司浙江分公司'.repeat(3);
  for (let count = 0; count < 5000; count++) expect(soundsLike(name, 'xianan'.repeat(40))).toBe(false);
});

describe('a search', () => {
  test('of a list takes both', () => {
    const matches = textMatcher('pabx 138');
    expect(matches('平安保险', '13800138000')).toBe(true);
    expect(matches('平安保险', '13900139000')).toBe(false);
  });

  test('of a combobox too, and what is written so comes first', () => {
    const options = [
      { value: '1', label: '平安保险' },
      { value: '2', label: 'PA 汽修' },
      { value: '3', label: '人保财险' },
    ];
    expect(matchOptions(options, 'pa').map(({ value }) => value)).toEqual(['2', '1']);
  });
});
