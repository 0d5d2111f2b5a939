// Money at the edge: text a person types or reads, integer fen inside. No floats anywhere,
// so that 0.29 is 29 fen and not 28.

export type ParsedFen =
  | { kind: 'fen'; fen: number }
  | { kind: 'empty' }
  | { kind: 'not-an-amount' }
  | { kind: 'too-many-decimals' }
  | { kind: 'too-large' };

/** Reads yuan as typed: `1234.5`, `¥1,234.50`, `１２３．４`, `-20`. Fen come back as an integer. */
export function parseFen(text: string): ParsedFen {
  const plain = toHalfWidth(text).replace(/[¥￥,\s元]/g, '');
  if (plain === '') return { kind: 'empty' };
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain);
  const [, sign = '', yuan = '', decimals = ''] = match ?? [];
  if (!match || yuan + decimals === '') return { kind: 'not-an-amount' };
  if (decimals.replace(/0+$/, '').length > 2) return { kind: 'too-many-decimals' };
  const digits = yuan.replace(/^0+/, '') + decimals.slice(0, 2).padEnd(2, '0');
  // 15 digits always fit a safe integer.
  if (digits.length > 15) return { kind: 'too-large' };
  const fen = Number(digits);
  return { kind: 'fen', fen: sign === '-' && fen !== 0 ? -fen : fen };
}

/** `123450` → `¥1,234.50`; a minus goes before the sign. */
export function formatMoney(fen: number): string {
  return `${fen < 0 ? '-' : ''}¥${groupedYuan(Math.abs(fen))}`;
}

/** `123450` → `1,234.50`, for a field that shows the ¥ itself. */
export function formatFen(fen: number): string {
  return `${fen < 0 ? '-' : ''}${groupedYuan(Math.abs(fen))}`;
}

function groupedYuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${digits.slice(-2)}`;
}

/** Chinese input methods often leave digits and points in full width. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[。．]/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/\u3000/g, ' ');
}
