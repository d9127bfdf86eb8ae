import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What a consumer is told of one of his metering points. */
export type AnnouncedShare = {
  readonly meteringPointId: string;
  /** First day it applies to him: the key's, or the day he enters. */
  readonly from: CivilDate;
  /** Null: he did not take part, or the kind has no fixed values. [ppm] */
  readonly beforePpm: number | null;
  /** Null: the kind has no fixed values. [ppm] */
  readonly afterPpm: number | null;
};

/**
 * What one participant is told of a key before it applies. People and sites are in it by id only, so that it outlives
 * what they ask to forget.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1.
 */
export type AnnouncedFigures = {
  /** Null: the operation starts with this key. */
  readonly kindBefore: CoefficientKind | null;
  readonly kindAfter: CoefficientKind;
  /** First day of the key. */
  readonly from: CivilDate;
  readonly shares: readonly AnnouncedShare[];
  /** His metering points that produce. */
  readonly producerIds: readonly string[];
  /** What the key gives to nobody; null when the kind has no fixed values. [ppm] */
  readonly unallocatedPpm: number | null;
};
