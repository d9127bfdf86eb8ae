import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";

const HOUR_MS = 3_600_000;

/** An instant, or why there is none. */
export type ClockReading = {
  /** `NaN` inside the hour that March skips. [ms since 1970-01-01T00:00:00Z] */
  readonly instantMs: number;
  /** The hour skipped in March was named, in full (then `instantMs` is its end, 03:00) or in part. */
  readonly isSkipped: boolean;
};

/**
 * Turns what a clock in Paris showed into instants, in the order of a file.
 *
 * October shows an hour twice: the reading that follows the one before is taken,
 * so summer time first; where the order does not tell, the one not yet met.
 * March skips an hour: 02:00 itself is read as 03:00, the same instant, because a
 * program that adds a step to 01:30 prints it; a time after it cannot be placed.
 */
export class ParisClock {
  readonly #isBackwards: boolean;
  readonly #met = new Set<number>();
  #previousMs: number;

  /** @param isBackwards - Whether the file begins with its latest stamp. */
  constructor(isBackwards: boolean) {
    this.#isBackwards = isBackwards;
    this.#previousMs = isBackwards ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }

  /** @param clockMs - What the clock showed, counted as if it were UTC. [ms] */
  read(clockMs: number): ClockReading {
    const [summerMs, winterMs] = [clockMs - 2 * HOUR_MS, clockMs - HOUR_MS];
    const isSummer = parisOffsetMs(summerMs) === 2 * HOUR_MS;
    const isWinter = parisOffsetMs(winterMs) === HOUR_MS;
    if (!(isSummer || isWinter)) return this.#readSkipped(clockMs);
    const instantMs = isSummer && isWinter ? this.#choose(summerMs, winterMs) : isSummer ? summerMs : winterMs;
    this.#previousMs = instantMs;
    return { instantMs, isSkipped: false };
  }

  #choose(summerMs: number, winterMs: number): number {
    const inOrder = this.#isBackwards ? [winterMs, summerMs] : [summerMs, winterMs];
    const follows = (ms: number) => (this.#isBackwards ? ms < this.#previousMs : ms > this.#previousMs);
    const isNew = (ms: number) => !this.#met.has(ms);
    const instantMs = inOrder.find((ms) => follows(ms) && isNew(ms)) ?? inOrder.find(isNew) ?? summerMs;
    this.#met.add(instantMs);
    return instantMs;
  }

  #readSkipped(clockMs: number): ClockReading {
    if (clockMs % HOUR_MS !== 0) return { instantMs: Number.NaN, isSkipped: true };
    this.#previousMs = clockMs - HOUR_MS;
    return { instantMs: this.#previousMs, isSkipped: true };
  }
}
