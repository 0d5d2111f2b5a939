// 歷史訂單: what the search over all orders ever is narrowed by, and how that stands in an address. Client and server
// read the same words.
import Type from 'typebox';
import { Check } from 'typebox/value';
import { isStorable } from '../core/storable.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { Id, Instant, text } from '../core/types.ts';
import type { Photo } from '../photos/photo.ts';
import { lacking, reportFigures } from '../reports/drill.ts';
import { may, type Actor } from '../staff/permissions.ts';
import { amountsPermission } from '../sync/scopes.ts';
import { financeStages, orderStatuses, type Order, type TimelineEntry } from './order.ts';

const typed = text(100);
const several = { maxItems: 50, minItems: 1 };

/** Each narrows further; what a text is compared with it may hold anywhere. */
export const OrderSearch = Type.Object(
  {
    /** In numbers, plates, telephone numbers, names, places, notes and what was said; of several words each. */
    text: Type.Optional(typed),
    number: Type.Optional(typed),
    customerOrderNumber: Type.Optional(typed),
    plate: Type.Optional(typed),
    vin: Type.Optional(typed),
    phone: Type.Optional(typed),
    outletId: Type.Optional(Id),
    customerId: Type.Optional(Id),
    vehicleId: Type.Optional(Id),
    driverId: Type.Optional(Id),
    serviceId: Type.Optional(Type.Array(Id, several)),
    status: Type.Optional(Type.Array(Type.Enum([...orderStatuses]), several)),
    /** Only for whoever sees finance. */
    stage: Type.Optional(Type.Array(Type.Enum([...financeStages]), several)),
    /** Why it was voided or driven for nothing, word for word. */
    reason: Type.Optional(text(500)),
    /** Without any; of reasons, what came to nothing and does not say why. */
    without: Type.Optional(Type.Enum([...lacking])),
    /** Only what makes up this figure of the reports. Only for whoever sees finance. */
    figure: Type.Optional(Type.Enum([...reportFigures])),
    /** Taken from the first on and before the second. */
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
  },
  { additionalProperties: false },
);
export type OrderSearch = Type.Static<typeof OrderSearch>;

export const searchLimits = {
  page: 50,
  pageMax: 500,
  /** Counted exactly up to here, and no file holds more. */
  counted: 50_000,
} as const;

/** Newest first. `next` continues after the last: what was taken meanwhile, or changed, moves nothing. */
export interface OrdersFoundPage {
  readonly orders: readonly Order[];
  readonly next?: string;
  /** What each adds to the figure that was asked for, in fen, by id; only where that is an amount. */
  readonly amounts?: Readonly<Record<string, number>>;
}

export interface OrdersCounted {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
  /** What they come to, in fen; only where a figure was asked for that is an amount. */
  readonly amountFen?: number;
}

/** Whether it is about what the reports count, where all are counted however many there are. */
export const isCounted = ({ figure, reason, without }: OrderSearch): boolean =>
  (figure ?? reason ?? without) !== undefined;

/** One order with what lies beside it. */
export interface OrderInFull {
  readonly order: Order;
  /** Of each entry of the timeline the device that it came from. */
  readonly devices: Readonly<Record<string, string>>;
  readonly photos: readonly Photo[];
}

/** Of these any may be given several times. */
const lists: readonly string[] = ['serviceId', 'status', 'stage'];

/** @param entries of an address, in order */
export function readSearch(entries: Iterable<readonly [string, string]>): Result<OrderSearch, string> {
  const search: Record<string, string | string[]> = {};
  for (const [name, word] of entries) {
    const before = search[name];
    if (lists.includes(name)) search[name] = [...(Array.isArray(before) ? before : []), word];
    else if (before !== undefined) return fail(`${name} is there twice`);
    else search[name] = word;
  }
  const wrong = Object.keys(search).find((name) => !isKnown(name, search[name]));
  if (wrong !== undefined || !Check(OrderSearch, search)) return fail(`${wrong} is not understood`);
  if (!isSearchable(search)) return fail('Two characters at least, of letters and digits alone three');
  return ok(search);
}

function isKnown(name: string, value: unknown): boolean {
  if (!isStorable(value) || !Check(OrderSearch, { [name]: value })) return false;
  return (name !== 'from' && name !== 'to') || Date.parse(String(value)) >= 0;
}

export function writeSearch(search: OrderSearch): [string, string][] {
  return Object.entries(search).flatMap(([name, value]) =>
    [value].flat().map((word): [string, string] => [name, word]),
  );
}

/** The texts that are kept apart, by the letter that the database marks each with. */
export const markedTexts = {
  number: 'n',
  customerOrderNumber: 'c',
  plate: 'p',
  vin: 'v',
  phone: 't',
} as const satisfies Partial<Record<keyof OrderSearch, string>>;

/** Parts of a number that were typed apart belong together. */
export function wordsIn(text: string): string[] {
  const joined = text.trim().replaceAll(/(?<=\d)[\s.·-]+(?=\d)/g, '');
  return joined.split(/\s+/).filter((word) => word !== '');
}

/** Whether at least one of the words, if there are any, is long enough for an index. */
export function isSearchable(search: OrderSearch): boolean {
  const marked = Object.keys(markedTexts).map((name) => search[name as keyof typeof markedTexts] ?? '');
  const words = [...wordsIn(search.text ?? ''), ...marked.filter((word) => word.trim() !== '')];
  return words.length === 0 || words.some(isLongEnough);
}

/** As `search_terms` in the database: of letters and digits three, else two. */
function isLongEnough(word: string): boolean {
  const characters = [...word.replaceAll(/[\s.·-]/g, '')];
  const isWide = characters.some((character) => character > '\u007f');
  return characters.length >= (isWide ? 2 : 3);
}

/** What of an order somebody may see, who sees its outlet. `withoutAmounts` of the feed does the same in SQL. */
export function shownTo(actor: Actor, order: Order): Order {
  if (may(actor, amountsPermission)) return order;
  const isHis = ({ by }: TimelineEntry) => by === actor.id && may(actor, 'jobs.work');
  const timeline = order.timeline.map((entry) =>
    withoutFinance(isHis(entry) ? entry : withoutOutlays(entry)),
  );
  return { ...order, finance: { stage: order.finance.stage }, timeline };
}

/** What was paid for the customer, a driver knows who has paid it. */
function withoutOutlays({ outlays: _, ...entry }: TimelineEntry): TimelineEntry {
  return entry;
}

/** Some of what was stored also says what its writer had seen. */
function withoutFinance(entry: TimelineEntry & { readonly seenFen?: number }): TimelineEntry {
  const {
    seenFen: _seen,
    amountFen: _amount,
    receivedFen: _received,
    method: _method,
    statementId: _statement,
    ...rest
  } = entry;
  if (rest.type !== 'repair-finance') return rest;
  const { changes: _changes, ...told } = rest;
  return told;
}
