import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";

/** What is compared of a key. */
export type ComparedKey = {
  readonly kind: CoefficientKind;
  /** Static only: share of each consumer it names. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number>;
};

/** One consumer of two keys. */
export type KeyDifference = {
  readonly meteringPointId: string;
  /** Null: the key does not name it, or has no fixed values. [ppm] */
  readonly beforePpm: number | null;
  readonly afterPpm: number | null;
  /** What it gains, where a key that does not name it gives it 0; null unless both have fixed values. [ppm] */
  readonly differencePpm: number | null;
};

export type KeyComparison = {
  /** Every consumer that one of the two names: first in the order of the key after, then who is in the other only. */
  readonly lines: readonly KeyDifference[];
  /** Null unless the key has fixed values. [ppm] */
  readonly beforeSumPpm: number | null;
  readonly afterSumPpm: number | null;
  readonly differenceSumPpm: number | null;
};

/**
 * Two keys, consumer by consumer. Only static keys have values of their own to compare.
 *
 * @returns Differences that add up to the difference of the sums, exactly.
 */
export function compareKeys(before: ComparedKey, after: ComparedKey): KeyComparison {
  const [old, next] = [sharesOf(before), sharesOf(after)];
  const ids = new Set([...(next?.keys() ?? []), ...(old?.keys() ?? [])]);
  const sum = (shares: ReadonlyMap<string, number> | null) =>
    shares && [...shares.values()].reduce((total, ppm) => total + ppm, 0);
  const [beforeSumPpm, afterSumPpm] = [sum(old), sum(next)];
  return {
    lines: [...ids].map((meteringPointId) => ({
      meteringPointId,
      beforePpm: old?.get(meteringPointId) ?? null,
      afterPpm: next?.get(meteringPointId) ?? null,
      differencePpm: old && next && (next.get(meteringPointId) ?? 0) - (old.get(meteringPointId) ?? 0),
    })),
    beforeSumPpm,
    afterSumPpm,
    differenceSumPpm: beforeSumPpm === null || afterSumPpm === null ? null : afterSumPpm - beforeSumPpm,
  };
}

const sharesOf = ({ kind, ppmByConsumer }: ComparedKey): ReadonlyMap<string, number> | null =>
  kind === "static" ? ppmByConsumer : null;
