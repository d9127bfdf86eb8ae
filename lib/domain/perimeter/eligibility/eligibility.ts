import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import type { ProximityRegime } from "@/lib/domain/perimeter/find-proximity-limit";
import type { ProximityLimit } from "@/lib/domain/perimeter/proximity-limits";
import type { Place } from "@/lib/domain/profiles/sun-position";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** BT or HTA. */
export type VoltageLevel = "low" | "medium";

/** A metering point as it counts on the day; null is always « not known ». */
export type EligibilityPoint = {
  readonly id: string;
  /** Not empty. */
  readonly roles: readonly PerimeterRole[];
  readonly place: Place | null;
  /** [W] */
  readonly peakPowerW: number | null;
  readonly voltage: VoltageLevel | null;
  readonly isMeterCommunicating: boolean | null;
  readonly injectionContract: string | null;
  readonly withdrawalContract: string | null;
  readonly isRenewable: boolean | null;
  /** A storage unit counts both ways, but makes nothing itself. */
  readonly isStorage: boolean;
  readonly holder: EligibilityHolder;
};

export type EligibilityHolder = {
  readonly kind: "natural" | "legal";
  /** Of the body that runs an operation managed as `hlm`. */
  readonly isTenant: boolean;
  /** The body itself; null while its SIRET is not known. */
  readonly isOrganiser: boolean | null;
};

/** An operation as it stands on a day. */
export type EligibilityCase = {
  readonly day: CivilDate;
  /** Null until it is chosen. */
  readonly regime: ProximityRegime | null;
  readonly management: PerimeterManagement;
  readonly points: readonly EligibilityPoint[];
};

export type EligibilityRule =
  | "producer_and_consumer"
  | "one_operation"
  | "distance"
  | "cumulated_power"
  | "voltage"
  | "renewable"
  | "communicating_meter"
  | "withdrawal_contract"
  | "injection_contract"
  | "public_bodies"
  | "hlm";

/** `not_checked`: something that decides is not known. */
export type EligibilityStatus = "ok" | "broken" | "not_checked" | "not_applicable";

/** What a rule says of an operation. */
export type RuleResult = {
  readonly rule: EligibilityRule;
  readonly status: EligibilityStatus;
  /** What was measured: m for the distance, W for the power, else how many points the rule looks at. Null: nothing. */
  readonly figure: number | null;
  /** The limit the figure is held against, where the rule has one. */
  readonly limit: ProximityLimit | null;
  /** Ids of the points that break it. */
  readonly broken: readonly string[];
  /** Ids of the points for which it cannot be checked. */
  readonly unknown: readonly string[];
};
