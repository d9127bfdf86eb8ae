const HOUR_MS = 3_600_000;

/** What tells the time and waits: the process's own clock, or a test's. */
export type Clock = { readonly nowMs: () => number; readonly sleep: (ms: number) => Promise<void> };

export const PROCESS_CLOCK: Clock = {
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Lets calls start one after the other, never more than so many in any second and in any hour.
 *
 * @returns What a call awaits before it starts.
 */
export function paceCalls(
  { callsPerSecond, callsPerHour }: { readonly callsPerSecond: number; readonly callsPerHour: number },
  clock: Clock = PROCESS_CLOCK,
): () => Promise<void> {
  const startsMs: number[] = [];
  let turn: Promise<void> = Promise.resolve();

  async function waitForTurn(): Promise<void> {
    const nthLastMs = (n: number) => startsMs.at(-n) ?? Number.NEGATIVE_INFINITY;
    const freeMs = Math.max(nthLastMs(callsPerSecond) + 1000, nthLastMs(callsPerHour) + HOUR_MS);
    const waitMs = freeMs - clock.nowMs();
    if (waitMs > 0) await clock.sleep(waitMs);
    startsMs.push(clock.nowMs());
    if (startsMs.length > callsPerHour) startsMs.shift();
  }

  return () => {
    turn = turn.then(waitForTurn);
    return turn;
  };
}
