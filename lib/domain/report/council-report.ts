import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import type { MonthsComparison } from "@/lib/domain/dashboard/compare-months";
import type { TypicalDay } from "@/lib/domain/dashboard/typical-day";
import type { SettlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** Energies that add up: production = self-consumed + surplus, withdrawal = self-consumed + complement. Whole kWh. [Wh] */
export type ReportEnergies = {
  readonly productionWh: number;
  readonly selfConsumedWh: number;
  readonly surplusWh: number;
  readonly withdrawalWh: number;
  readonly complementWh: number;
};

/** A stored run, as a reader may ask for it again. */
export type ReportedRun = {
  readonly id: string;
  readonly version: number;
  readonly engineVersion: string;
  /** Hexadecimal. */
  readonly inputFingerprint: string;
  readonly createdAt: Date;
  /** Steps whose value was corrected (art. 5.2.3), of all metering points. */
  readonly correctedSteps: number;
};

/** A settlement period of the range, settled or not. */
export type ReportMonth = MonthValues & {
  readonly period: Period;
  readonly state: "closed" | "settled" | "to_recompute" | "not_settled";
  /** Null: not settled, and nothing is told of it. */
  readonly run: ReportedRun | null;
  readonly energies: ReportEnergies | null;
};

/** What the energies of a month are worth. */
export type MonthValues = {
  /** What consumers pay less with the operation than without; null while a price lacks. [cents] */
  readonly savedCents: number | null;
  /** What the surplus is sold for; null while its price lacks. [cents] */
  readonly resaleCents: number | null;
  /** Null while a day of the month has no factor. [g CO₂e] */
  readonly avoidedCarbonG: number | null;
};

/** A sum over the months for which its parts are known, and how many these are; null without any. */
export type ReportSum = { readonly amount: number; readonly months: number } | null;

/** Who stands behind a line: a site that a body holds, or people who are never named alone. */
export type ReportLineSubject =
  | { readonly kind: "site"; readonly name: string; readonly holder: string }
  | {
      readonly kind: "residents";
      /** Natural persons. */
      readonly peopleCount: number;
      /** Sites of bodies, put with them so that nobody stands alone. */
      readonly siteCount: number;
    };

/** One site, or several, over the range. They add up: rest = energy − shared. Whole kWh. [Wh] */
export type ReportLine = {
  readonly subject: ReportLineSubject;
  /** Withdrawal or injection. */
  readonly energyWh: number;
  /** Self-consumed or self-produced. */
  readonly sharedWh: number;
  /** Complement or surplus. */
  readonly restWh: number;
  /** What a consumer pays less than without the operation, what a producer is paid in it and for its surplus; null while a price lacks. [cents] */
  readonly amountCents: number | null;
};

/** What a council is told of an operation over some months; nothing in it names a natural person. */
export type CouncilReport = {
  readonly collectivityName: string;
  readonly operation: { readonly name: string; readonly accNumber: string | null; readonly startDay: CivilDate };
  /** From the first to the last period of the range. */
  readonly range: Period;
  /** The day it was drawn up. */
  readonly writtenOn: CivilDate;
  /** In order. */
  readonly months: readonly ReportMonth[];
  readonly totals: ReportEnergies;
  readonly rates: SettlementRates;
  /** Against the same days of last year, over the months that both have. */
  readonly lastYear: MonthsComparison;
  /** Against the forecast, over the months that both have. */
  readonly forecast: MonthsComparison;
  /** [cents] */
  readonly saved: ReportSum;
  /** [cents] */
  readonly resale: ReportSum;
  /** [g CO₂e] */
  readonly avoidedCarbon: ReportSum;
  /** Those the avoided CO₂ was counted with, oldest first. */
  readonly carbonFactors: readonly CarbonFactor[];
  /** The seasons of which a day is settled, all days of the week together. */
  readonly typicalDays: readonly TypicalDay[];
  /** The largest first, people last. */
  readonly consumers: readonly ReportLine[];
  readonly producers: readonly ReportLine[];
  /** Metering points that counted, in each role. */
  readonly counts: { readonly consumers: number; readonly producers: number };
};
