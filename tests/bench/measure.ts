/** Times of many runs of one thing, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

/** Runs `work` so many times, one after the other, and tells how long the runs took. */
export async function timesOf(runs: number, work: (run: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    await work(run);
    times.push(performance.now() - begin);
  }
  return summary(times);
}

/** Median, 95th percentile and worst of some times. */
export function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p95: at(0.95), worst: rounded(sorted.at(-1) ?? 0) };
}

/** Two places are as many as such figures mean. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
