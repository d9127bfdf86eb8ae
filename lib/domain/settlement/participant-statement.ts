import type { ScheduledPeriod } from "@/lib/domain/tariffs/tariff-periods";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { CoefficientKind } from "./coefficient-key";
import type { RuleReason } from "./settlement-rule";

/** Energies of a metering point, or of several. They add up: rest = energy − shared. [Wh] */
export type StatementEnergies = {
  /** Withdrawal of a consumer, injection of a producer. */
  readonly energyWh: number;
  /** Self-consumed or self-produced. */
  readonly sharedWh: number;
  /** Complement or surplus. */
  readonly restWh: number;
};

/** A metering point in one role, over the days that are the participant's own. */
export type StatementPoint = StatementEnergies & {
  readonly prm: string;
  readonly name: string;
  /** His days of the period, as they counted. */
  readonly days: Period;
  /** Steps whose value was corrected (art. 5.2.3); null where somebody else held the point on other days. */
  readonly correctedSteps: number | null;
  /** By tariff period, adding up to the point; empty where none is known, or the point was held by others too. */
  readonly parts: readonly (StatementEnergies & { readonly period: ScheduledPeriod | null })[];
};

/** A day of all the participant's metering points of one role. */
export type StatementDay = StatementEnergies & { readonly day: CivilDate };

/** Which coefficients shared some days, and the participant's own. */
export type StatementRule = Period & {
  readonly appliedKind: CoefficientKind;
  readonly reason: RuleReason;
  /** Articles of the convention. */
  readonly articles: readonly string[];
  /** Static only: the share of each of his consuming points. [ppm] */
  readonly shares: readonly { readonly prm: string; readonly ppm: number }[];
};

/**
 * What a participant is told of a settled period: his own figures, and nothing of another one's but the names of the
 * producers he got energy from, who sell it to him.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1, 5.2.1 and 5.2.2.
 */
export type ParticipantStatement = {
  readonly participant: { readonly name: string; readonly address: string | null };
  /** Null when he consumed at no point. */
  readonly consumption: {
    readonly points: readonly StatementPoint[];
    readonly total: StatementEnergies;
    readonly days: readonly StatementDay[];
    /** Who the shared energy came from, the most first; they add up to it. Null: known for the whole period only. */
    readonly sources: readonly { readonly name: string; readonly energyWh: number }[] | null;
  } | null;
  /** Null when he produced at no point. */
  readonly production: {
    readonly points: readonly StatementPoint[];
    readonly total: StatementEnergies;
    readonly days: readonly StatementDay[];
    /** How many consuming points got some of it. */
    readonly consumerCount: number;
  } | null;
  /** In order. */
  readonly rules: readonly StatementRule[];
};
