// What makes a password too easy to guess.
import { describe, expect, test } from 'vitest';
import { faultsInPassword } from '#schemas/staff/password.ts';

const faults = (password: string, username = 'wang.li', current?: string) =>
  faultsInPassword(password, { username, ...(current !== undefined && { current }) });

describe('a password', () => {
  test.each(['正确的马电池订书钉', 'correct horse', 'Rettung-am-Berg7', 'x9$kLm2!', '拖车 8 号 出发'])(
    '%s will do',
    (password) => {
      expect(faults(password)).toEqual([]);
    },
  );

  test('has eight characters, however many units a sign takes', () => {
    expect(faults('x9$kLm2')).toEqual(['too-short']);
    expect(faults('🚛🚗🚙🚕🛻🚐🚓')).toEqual(['too-short']);
    expect(faults('🚛🚗🚙🚕🛻🚐🚓🚑')).toEqual([]);
    expect(faults('')).toContain('too-short');
  });

  test('has an end', () => {
    expect(faults('x9$kLm2!'.repeat(25))).toEqual([]);
    expect(faults(`${'x9$kLm2!'.repeat(25)}?`)).toEqual(['too-long']);
  });

  test.each([
    ['19900101', 'only-digits'],
    ['13900000000', 'only-digits'],
    ['１３９００００００００', 'only-digits'],
    ['aaaaaaaa', 'repeats-itself'],
    ['!!!!!!!!!!', 'repeats-itself'],
    ['abababab', 'repeats-itself'],
    ['wangwangwang', 'repeats-itself'],
    ['abcd1234', 'runs-in-order'],
    ['qwertyuiop', 'runs-in-order'],
    ['Asdf4321', 'runs-in-order'],
    ['Password', 'too-common'],
    ['P@ssw0rd2024', 'too-common'],
    ['woaini1314', 'too-common'],
    ['admin888', 'too-common'],
    ['towline-demo', 'too-common'],
    ['wang.li123', 'is-username'],
    ['!!WANG.LI', 'is-username'],
  ])('%s is refused: %s', (password, fault) => {
    expect(faults(password)).toContain(fault);
  });

  test('may hold the user name when there is more to it', () => {
    expect(faults('wang.li kocht gern')).toEqual([]);
  });

  test('is another one than before', () => {
    expect(faults('x9$kLm2!', 'wang.li', 'x9$kLm2!')).toEqual(['same-as-before']);
    expect(faults('x9$kLm2!', 'wang.li', 'x9$kLm2?')).toEqual([]);
  });
});
