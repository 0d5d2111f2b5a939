// Sortable ids (ULID, https://github.com/ulid/spec). Time and randomness come in as arguments.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * @param time milliseconds since 1970
 * @param random ten random bytes
 */
export function ulid(time: number, random: Uint8Array): string {
  if (random.length < 10) throw new Error('A ULID needs ten random bytes');
  let head = '';
  for (let rest = time, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) head = letter(rest % 32) + head;
  let bits = random.slice(0, 10).reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  let tail = '';
  for (let i = 0; i < 16; i++, bits >>= 5n) tail = letter(Number(bits & 31n)) + tail;
  return head + tail;
}

const letter = (index: number) => alphabet.charAt(index);
