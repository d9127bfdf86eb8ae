import type { UnviableDay } from "@/lib/domain/perimeter/find-unviable-day";
import { addMonths } from "@/lib/domain/time/add-months";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { OperationStatus } from "./operation-status-on";

/** Why the convention may be suspended, or terminated. */
export type GroundKind =
  /** A consumer without a producer, or a producer without a consumer. */
  | "lone_participant"
  /** Somebody takes part without having agreed to it. */
  | "missing_agreement"
  /** A proof the DSO asked for was not produced in time. */
  | "late_proof"
  /** A suspension of more than three months. */
  | "long_suspension"
  /** Flows without a balance responsible party. */
  | "no_balance_party"
  | "confidentiality"
  | "force_majeure";

/** A ground as it stands on a day. */
export type Ground = {
  readonly kind: GroundKind;
  /** What it lets happen. */
  readonly leadsTo: "suspension" | "termination";
  /** Of the convention Enedis-FOR-CF_01E. */
  readonly articles: readonly string[];
  /** `unwatched`: nothing of ours tells. */
  readonly state: "met" | "to_come" | "not_met" | "unwatched";
  /** Since when, or from which day on; null: not known, or not met. */
  readonly day: CivilDate | null;
  /** How many people, or letters, it rests on; null where that says nothing. */
  readonly count: number | null;
};

/** What an operation holds that the grounds are judged by, on a day. */
export type GroundFacts = {
  /** First day from then on that lacks a producer or a consumer. */
  readonly unviable: UnviableDay | null;
  /** Participants who take part without their agreement. */
  readonly withoutAgreementCount: number;
  /** Last day of each proof still to produce. */
  readonly proofDueDays: readonly CivilDate[];
  readonly status: { readonly status: OperationStatus; readonly from: CivilDate | null };
};

const SUSPENSION_MONTHS = 3;

/**
 * The conditions in which the convention may be suspended or terminated, each met or not on a day.
 *
 * A proof is late from the day after its last one; a suspension lasts more than three months from the day after.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.1 and 8.6.1.
 */
export function suspensionGrounds(facts: GroundFacts, day: CivilDate): readonly Ground[] {
  const { unviable, withoutAgreementCount, proofDueDays, status } = facts;
  const late = proofDueDays.filter((due) => due < day).toSorted();
  const limit = status.status === "suspended" && status.from ? addMonths(status.from, SUSPENSION_MONTHS) : null;
  const unwatched = { articles: ["8.6.1"], leadsTo: "suspension", state: "unwatched", day: null, count: null } as const;
  return [
    {
      kind: "lone_participant",
      leadsTo: "suspension",
      articles: ["3.2.2", "8.6.1"],
      state: unviable === null ? "not_met" : unviable.day <= day ? "met" : "to_come",
      day: unviable?.day ?? null,
      count: null,
    },
    {
      kind: "missing_agreement",
      leadsTo: "termination",
      articles: ["5.1.1", "8.5.1"],
      state: withoutAgreementCount > 0 ? "met" : "not_met",
      day: null,
      count: withoutAgreementCount,
    },
    {
      kind: "late_proof",
      leadsTo: "termination",
      articles: ["5.1.4", "8.5.1"],
      state: late.length > 0 ? "met" : proofDueDays.length > 0 ? "to_come" : "not_met",
      day: startOf(late[0] ?? proofDueDays.toSorted()[0] ?? null),
      count: late.length > 0 ? late.length : proofDueDays.length,
    },
    {
      kind: "long_suspension",
      leadsTo: "termination",
      articles: ["8.5.1", "8.6.2"],
      state: limit === null ? "not_met" : limit < day ? "met" : "to_come",
      day: startOf(limit),
      count: null,
    },
    { kind: "no_balance_party", ...unwatched },
    { kind: "confidentiality", ...unwatched, articles: ["8.4", "8.5.1", "8.6.1"] },
    { kind: "force_majeure", ...unwatched },
  ];
}

/** The day after the last one in time. */
const startOf = (lastDay: CivilDate | null): CivilDate | null => lastDay && addDays(lastDay, 1);
