/** What was seen of an event loop. */
export interface LoopFigures {
  /** The longest time, in milliseconds, that this thread itself computed without a look at what else there was to do. */
  readonly longestStallMs: number;
}

const tickMs = 2;

/**
 * Watches the event loop of this thread. A stall is counted in the time the thread was computing, not by the clock on the
 * wall: other programs of a busy PC cannot lengthen it.
 */
export function watchLoop(): { figures(): LoopFigures; stop(): void } {
  let longest = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1000);
  }, tickMs);
  return {
    figures: () => ({ longestStallMs: Math.round(longest) }),
    stop: () => clearInterval(timer),
  };
}
