// Plates as people type them, and what is none.
import { describe, expect, test } from 'vitest';
import { isPlate, normalPlate } from '#schemas/fleet/plate.ts';

const plates = [
  ...['浙A12345', '京AD06218', '沪A12345D', '粤BF12345', '苏E88888', '浙A7K3T5'],
  ...['浙A1234警', '川A1234学', '冀B1234挂', '粤Z1234港', '粤Z1234澳', '使014578', '224578使', '沪A0023领'],
  ...['浙X1234应急'],
];

const others = [
  '',
  '浙A',
  '浙A1234',
  '浙A1234567',
  'A12345',
  '浙112345',
  '浙A1234I',
  '浙A1234O',
  '浙A1234救',
  '车A12345',
];

describe('a plate', () => {
  test.each(plates)('is %s', (plate) => expect(isPlate(plate)).toBe(true));
  test.each(others)('is not %j', (text) => expect(isPlate(text)).toBe(false));

  test('is the same with small letters, spaces, dots and full-width characters', () => {
    for (const typed of ['浙a·12345', ' 浙A 123 45', '浙Ａ•１２３４５', '浙A-12345']) {
      expect(isPlate(typed)).toBe(true);
      expect(normalPlate(typed)).toBe('浙A12345');
    }
  });
});
