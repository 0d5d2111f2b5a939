// Who listens to which channel. Shared by both drivers, so that a listener that throws does the same in
// both: it is logged and takes nobody else's notification away.
import type { DatabaseLog } from './log.ts';

export interface Subscriber {
  readonly onPayload: (payload: string) => void;
  readonly onGap: () => void;
}

export interface Subscriptions {
  add(channel: string, subscriber: Subscriber): void;
  /** True when that was the channel's last subscriber. */
  remove(channel: string, subscriber: Subscriber): boolean;
  channels(): string[];
  deliver(channel: string, payload: string): void;
  tellGap(): void;
  clear(): void;
}

export function createSubscriptions(log: DatabaseLog): Subscriptions {
  const byChannel = new Map<string, Set<Subscriber>>();
  const guarded = (call: () => void): void => {
    try {
      call();
    } catch (error) {
      log.error({ err: error }, 'a listener to database notifications failed');
    }
  };
  return {
    add(channel, subscriber) {
      const present = byChannel.get(channel) ?? new Set();
      byChannel.set(channel, present.add(subscriber));
    },
    remove(channel, subscriber) {
      const present = byChannel.get(channel);
      if (!present?.delete(subscriber) || present.size > 0) return false;
      return byChannel.delete(channel);
    },
    channels: () => [...byChannel.keys()],
    deliver(channel, payload) {
      for (const one of [...(byChannel.get(channel) ?? [])]) guarded(() => one.onPayload(payload));
    },
    tellGap() {
      for (const one of [...byChannel.values()].flatMap((all) => [...all])) guarded(() => one.onGap());
    },
    clear: () => byChannel.clear(),
  };
}

/** The channel quoted for LISTEN. Throws on a name that `pg_notify('name', …)` and LISTEN would read apart. */
export function quotedChannel(channel: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(channel)) {
    throw new TypeError(`Not a channel name: ${JSON.stringify(channel)}. Use lower case, digits and _.`);
  }
  return `"${channel}"`;
}
