/** One piece of work of a race. */
export type Runner<Prepared> = {
  /** What must be there before each run; not timed. */
  readonly prepare: () => Promise<Prepared>;
  readonly run: (prepared: Prepared) => Promise<unknown>;
};

export type RaceResult = {
  /** Median of the rounds' own ratios: both ran under the same load. */
  readonly ratio: number;
  /** Median times. [ms] */
  readonly candidateMs: number;
  readonly referenceMs: number;
};

/**
 * Runs a candidate and its reference in turns, so that the machine's moods fall on both.
 *
 * A first round warms up and is not counted. Before each run the young garbage is collected, so that none pays for
 * another's; not all of it, because a full collection also throws away compiled code, and undoes the warm-up.
 */
export async function race<C, R>(candidate: Runner<C>, reference: Runner<R>, rounds: number): Promise<RaceResult> {
  const results: { candidateMs: number; referenceMs: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const candidateMs = await timeOnce(candidate);
    const referenceMs = await timeOnce(reference);
    if (round > 0) results.push({ candidateMs, referenceMs });
  }
  return {
    ratio: median(results.map(({ candidateMs, referenceMs }) => candidateMs / referenceMs)),
    candidateMs: median(results.map(({ candidateMs }) => candidateMs)),
    referenceMs: median(results.map(({ referenceMs }) => referenceMs)),
  };
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
