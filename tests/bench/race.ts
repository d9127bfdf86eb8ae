/** One piece of work of a race. */
export type Runner<Prepared> = {
  /** What must be there before each run; not timed. */
  readonly prepare: () => Promise<Prepared>;
  readonly run: (prepared: Prepared) => Promise<unknown>;
};

/** Median times. [ms] */
export type RaceResult = { readonly candidateMs: number; readonly referenceMs: number };

/**
 * Runs a candidate and its reference in turns, so that the machine's moods fall on both.
 *
 * A first round warms up and is not counted. Before each run the young garbage is collected, so that none pays for
 * another's; not all of it, because a full collection also throws away compiled code, and undoes the warm-up.
 */
export async function race<C, R>(candidate: Runner<C>, reference: Runner<R>, rounds: number): Promise<RaceResult> {
  const candidateMs: number[] = [];
  const referenceMs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const candidateOnce = await timeOnce(candidate);
    const referenceOnce = await timeOnce(reference);
    if (round === 0) continue;
    candidateMs.push(candidateOnce);
    referenceMs.push(referenceOnce);
  }
  return { candidateMs: median(candidateMs), referenceMs: median(referenceMs) };
}

async function timeOnce<Prepared>({ prepare, run }: Runner<Prepared>): Promise<number> {
  const prepared = await prepare();
  globalThis.gc?.({ type: "minor" });
  const startMs = performance.now();
  await run(prepared);
  return performance.now() - startMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
