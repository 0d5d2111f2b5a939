// A checksum of what a document says, kept beside it from when the server told it: what a fault of the disk changes
// under the right version shows all the same.
import { getHeightOfRevision, type RxDocumentData } from 'rxdb';

/** RxDB's own fields are no part of what a document says. */
const isOfRxdb = (key: string) => key === '_meta' || key === '_rev' || key === '_attachments';

/** 32 bits. The order of keys is no difference, and a key whose value is undefined is as good as absent. */
export function contentSum(document: object): number {
  let sum = 0;
  for (const [key, value] of Object.entries(document)) {
    if (!isOfRxdb(key) && value !== undefined) sum = (sum + field(key, value)) | 0;
  }
  return sum >>> 0;
}

/** Whether it says what the server told; also true of what was entered here since, and of what has no sum. */
export function saysWhatWasTold({ _meta, _rev, ...said }: RxDocumentData<object>): boolean {
  const { sum, o: origin } = _meta as { sum?: unknown; o?: { _rev?: unknown } };
  const isTold = typeof sum === 'number' && origin?._rev === getHeightOfRevision(_rev);
  return !isTold || contentSum(said) === sum;
}

const OBJECT = 1;
const LIST = 2;

const field = (key: string, value: unknown): number => mixed(text(key), sumOf(value));

function sumOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return text(`${typeof value} ${String(value)}`);
  // Each begins with what it is: otherwise an empty object would be the same as a list of an empty list.
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => mixed(sum, sumOf(item)), mixed(LIST, value.length));
  }
  return mixed(OBJECT, contentSum(value));
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), by UTF-16 units. */
function text(value: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return hash;
}

/** As the last steps of MurmurHash3 (public domain), so that two parts that change places make a difference. */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a, 31) ^ b;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
