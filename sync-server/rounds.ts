// Work that comes again and again while the server runs.

/** Now and after each interval, until the returned function is called. Does not keep the process alive. */
export function every(interval: number, run: () => void): () => void {
  run();
  const timer = setInterval(run, interval);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round at a time: what is slow is not asked more the slower it is. @param round never rejects */
export function oneAtATime(round: () => Promise<void>): () => void {
  let isRunning = false;
  return () => {
    if (isRunning) return;
    isRunning = true;
    void round().finally(() => (isRunning = false));
  };
}
