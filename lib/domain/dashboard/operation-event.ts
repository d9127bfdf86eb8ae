import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What an event is about: a line of the time line. */
export type EventLane = "perimeter" | "key" | "measures" | "settlement" | "convention";

/** What happened; never who: sites are counted, nobody is named. */
export type EventFact =
  | { readonly kind: "entry" | "exit"; readonly consumers: number; readonly producers: number }
  | { readonly kind: "key"; readonly keyKind: CoefficientKind }
  /** Metering points whose values lack, so that the period waits. */
  | { readonly kind: "missing"; readonly points: number; readonly days: number }
  /** Steps whose value was corrected (art. 5.2.3). */
  | { readonly kind: "corrected"; readonly steps: number }
  | { readonly kind: "settled"; readonly version: number; readonly computedOn: CivilDate; readonly isClosed: boolean }
  | { readonly kind: "to_recompute"; readonly version: number; readonly computedOn: CivilDate }
  | { readonly kind: "anniversary"; readonly dayOfMonth: number }
  | { readonly kind: "suspended" | "resumed" | "ended" };

/** Something that explains the figures of some days. */
export type OperationEvent = {
  readonly id: string;
  readonly lane: EventLane;
  readonly from: CivilDate;
  /** First day it no longer concerns; null: as far as is known, it lasts. The day after `from` for what happens on one day. */
  readonly toExclusive: CivilDate | null;
  readonly fact: EventFact;
  /** Where it is seen or changed, under the address of the operation. */
  readonly path: string;
};
