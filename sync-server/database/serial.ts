// Statements of one connection, one after the other, for callers that do not wait for each other.

export type Serial = <T>(call: () => Promise<T>) => Promise<T>;

/** Each call starts when the one before it has ended, well or badly. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (call) => {
    const next = last.then(call, call);
    last = next.catch(() => undefined);
    return next;
  };
}
