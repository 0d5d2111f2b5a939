// Hands every committed change to the open streams. Streams whose people read a collection by the same scopes
// share one feed: it is read once and the text goes to all of them.
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { Scope } from '#schemas/sync/scopes.ts';
import { changeChannel } from './changes.ts';
import { readFeed, type FeedPage } from './feed.ts';
import { scopeSetId } from './checkpoints.ts';

/** What a commit announces on the channel. Without `touched`, everything of the company may have changed. */
interface Announcement {
  readonly company: string;
  /** `collection scope` pairs. */
  readonly touched: readonly string[] | null;
}

export interface FeedChange {
  readonly collection: Collection;
  /** Version that the feed had handed out before. */
  readonly previous: number;
  readonly page: FeedPage;
  readonly checkpointId: string;
}

export interface Subscriber {
  onChange(change: FeedChange): void;
  /** Changes may have been missed: pull. */
  onResync(): void;
  /** The feed could not be begun: nothing will come. */
  onFailure(): void;
}

export interface Subscription {
  /** Resolves when from now on no change is missed, or with the subscriber's `onFailure`. */
  readonly begun: Promise<void>;
  end(): void;
}

interface Feed {
  readonly companyId: string;
  readonly collection: Collection;
  readonly scopes: readonly Scope[];
  readonly subscribers: Set<Subscriber>;
  begun: Promise<void>;
  checkpointId: string;
  cursor: number;
  running: boolean;
  again: boolean;
}

export interface Hub {
  subscribe(
    companyId: string,
    collection: Collection,
    scopes: readonly Scope[],
    subscriber: Subscriber,
  ): Subscription;
  close(): Promise<void>;
}

const pageSize = 500;

export async function createHub(database: Database, log: Logger): Promise<Hub> {
  const feeds = new Map<string, Feed>();
  const stopListening = await database.listen(changeChannel, hear, resyncAll);

  function hear(payload: string): void {
    const { company, touched } = JSON.parse(payload) as Announcement;
    for (const feed of feeds.values()) {
      if (feed.companyId === company && isTouched(feed, touched)) void advance(feed);
    }
  }

  function resyncAll(): void {
    for (const feed of feeds.values()) {
      for (const subscriber of feed.subscribers) subscriber.onResync();
      void advance(feed);
    }
  }

  /** Reads the feed to its end; an announcement that comes meanwhile makes it read once more. */
  async function advance(feed: Feed): Promise<void> {
    feed.again = true;
    if (feed.running) return;
    feed.running = true;
    try {
      while (feed.again && feed.subscribers.size > 0) {
        feed.again = false;
        await handOut(feed);
      }
    } catch (error) {
      log.warn({ err: error, collection: feed.collection }, 'a feed could not be read; its streams resync');
      for (const subscriber of feed.subscribers) subscriber.onResync();
    } finally {
      feed.running = false;
    }
  }

  async function handOut(feed: Feed): Promise<void> {
    const previous = feed.cursor;
    const page = await readFeed(database, { ...feed, after: previous }, pageSize);
    feed.cursor = page.upTo;
    if (page.documents.length === 0) return;
    if (page.documents.length === pageSize) feed.again = true;
    const { collection, checkpointId } = feed;
    for (const subscriber of feed.subscribers)
      subscriber.onChange({ collection, previous, page, checkpointId });
  }

  /** A new feed begins at the company's present version: its first stream pulls what came before. */
  async function begin(feed: Feed): Promise<void> {
    feed.running = true;
    try {
      const [company] = await database.query<{ version: number; epoch: string }>(
        'select version, epoch from companies where company_id = $1',
        [feed.companyId],
      );
      feed.cursor = company?.version ?? 0;
      feed.checkpointId = `${company?.epoch ?? ''}.${scopeSetId(feed.scopes)}`;
    } catch (error) {
      log.warn({ err: error, collection: feed.collection }, 'a feed could not be begun');
      feeds.delete(keyOf(feed.companyId, feed.collection, feed.scopes));
      for (const subscriber of [...feed.subscribers]) subscriber.onFailure();
      return;
    } finally {
      feed.running = false;
    }
    for (const subscriber of feed.subscribers) subscriber.onResync();
    if (feed.again) void advance(feed);
  }

  function subscribe(
    companyId: string,
    collection: Collection,
    scopes: readonly Scope[],
    subscriber: Subscriber,
  ) {
    const key = keyOf(companyId, collection, scopes);
    let feed = feeds.get(key);
    if (!feed) {
      feed = newFeed(companyId, collection, scopes);
      feeds.set(key, feed);
      feed.begun = begin(feed);
    }
    const { subscribers, begun } = feed;
    subscribers.add(subscriber);
    const end = () => {
      subscribers.delete(subscriber);
      if (subscribers.size === 0 && feeds.get(key)?.subscribers === subscribers) feeds.delete(key);
    };
    return { begun, end };
  }

  return { subscribe, close: stopListening };
}

function newFeed(companyId: string, collection: Collection, scopes: readonly Scope[]): Feed {
  const subscribers = new Set<Subscriber>();
  return {
    companyId,
    collection,
    scopes,
    subscribers,
    begun: Promise.resolve(),
    checkpointId: '',
    cursor: 0,
    running: false,
    again: false,
  };
}

function isTouched(feed: Feed, touched: Announcement['touched']): boolean {
  return !touched || feed.scopes.some((scope) => touched.includes(`${feed.collection} ${scope}`));
}

const keyOf = (companyId: string, collection: Collection, scopes: readonly Scope[]) =>
  [companyId, collection, ...scopes].join(' ');
