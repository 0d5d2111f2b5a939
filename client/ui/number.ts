// Reads a number as a person types it: full-width digits, thousands separators, a sign.
import { toHalfWidth } from './money.ts';

export function parseNumber(text: string): number | 'empty' | 'not-a-number' {
  const plain = toHalfWidth(text).replace(/[,\s]/g, '');
  if (plain === '') return 'empty';
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return 'not-a-number';
  const value = Number(plain);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : 'not-a-number';
}
