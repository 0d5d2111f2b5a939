// Orders of all time, asked of the server while somebody looks for one: devices hold what is under way and the last
// weeks.
import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import type { Order } from '#schemas/orders/order.ts';
import {
  isSearchable,
  searchLimits,
  writeSearch,
  type OrdersCounted,
  type OrdersFoundPage,
  type OrderSearch,
} from '#schemas/orders/search.ts';
import { useDeps } from '../app/deps.tsx';
import { stateAfter, type AnswerState } from './answer.ts';
import type { Http } from './http.ts';
import type { ProjectedOrder } from './projection.ts';

export interface FoundOrder extends ProjectedOrder {
  /** What it adds to the figure of the reports that was asked for, where that is an amount. */
  readonly figureFen?: number;
}

export interface FoundOrders {
  /** Newest first. */
  readonly orders: Accessor<readonly FoundOrder[]>;
  /** `too-short`: what was typed is not searched for yet. */
  readonly state: Accessor<AnswerState | 'too-short'>;
  readonly hasMore: Accessor<boolean>;
  readonly loadingMore: Accessor<boolean>;
  /** Comes after the first page. */
  readonly counted: Accessor<OrdersCounted | undefined>;
  loadMore(): void;
  refresh(): void;
}

export function useOrderSearch(search: Accessor<OrderSearch>): FoundOrders {
  const { http } = useDeps();
  const wanted = createMemo(search, undefined, { equals: equalJson });
  const [orders, setOrders] = createSignal<readonly FoundOrder[]>([]);
  const [state, setState] = createSignal<ReturnType<FoundOrders['state']>>('loading');
  const [next, setNext] = createSignal<string>();
  const [counted, setCounted] = createSignal<OrdersCounted>();
  const [loadingMore, setLoadingMore] = createSignal(false);
  let asked = 0;
  const ask = async (after?: string): Promise<void> => {
    const mine = ++asked;
    setLoadingMore(after !== undefined);
    const answer = await http.getJson(pagePath(wanted(), after));
    if (mine !== asked) return;
    setLoadingMore(false);
    if (!answer.ok) return void setState(stateAfter(answer.error));
    const page = answer.value as OrdersFoundPage;
    setOrders((shown) => [...(after === undefined ? [] : shown), ...foundOn(page)]);
    setNext(page.next);
    setState('ready');
    if (after === undefined) await count(mine);
  };
  const count = async (mine: number): Promise<void> => {
    const answer = await http.getJson(countPath(wanted()));
    if (mine === asked && answer.ok) setCounted(answer.value as OrdersCounted);
  };
  const begin = (): void => {
    setCounted();
    if (isSearchable(wanted())) return void ask();
    asked++;
    setOrders([]);
    setNext();
    setState('too-short');
  };
  createEffect(on(wanted, begin));
  return {
    ...{ orders, state, loadingMore, counted },
    hasMore: () => next() !== undefined,
    loadMore: () => next() !== undefined && !loadingMore() && void ask(next()),
    refresh: begin,
  };
}

function foundOn({ orders, amounts }: OrdersFoundPage): FoundOrder[] {
  return orders.map((order) => {
    const fen = amounts?.[order.id];
    return { ...asShown(order), ...(fen !== undefined && { figureFen: fen }) };
  });
}

/** What the server alone holds has nothing unsent about it here. */
export const asShown = (order: Order): ProjectedOrder => ({ ...order, unsent: 0 });

/**
 * All that is found, page by page, as far as one file holds. `onPage` gets each page and says whether to go on.
 * @returns whether it came to the end
 */
export async function readAllFound(
  http: Http,
  search: OrderSearch,
  onPage: (orders: readonly FoundOrder[]) => boolean,
): Promise<boolean> {
  let after: string | undefined;
  for (let read = 0; read < searchLimits.counted;) {
    const answer = await http.getJson(pagePath(search, after, searchLimits.pageMax));
    if (!answer.ok) return false;
    const page = answer.value as OrdersFoundPage;
    if (!onPage(foundOn(page))) return false;
    if (page.next === undefined) return true;
    after = page.next;
    read += page.orders.length;
  }
  return true;
}

function pagePath(search: OrderSearch, after: string | undefined, limit?: number): string {
  const entries = writeSearch(search);
  if (after !== undefined) entries.push(['after', after]);
  if (limit !== undefined) entries.push(['limit', String(limit)]);
  return `/api/orders/search?${new URLSearchParams(entries)}`;
}

const countPath = (search: OrderSearch): string =>
  `/api/orders/search/count?${new URLSearchParams(writeSearch(search))}`;
