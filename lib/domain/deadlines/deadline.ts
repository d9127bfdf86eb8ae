import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DeadlineRule, DeadlineUnit } from "./deadline-rule";
import type { DeadlineRuleId } from "./deadline-rules";

/** Something happened, or is planned, from which a rule of the convention counts. */
export type DeadlineEvent = {
  readonly operationId: string;
  readonly rule: DeadlineRuleId;
  /** What it happened to. With the rule it names the deadline for good: a calendar knows it again. */
  readonly subject: DeadlineSubject;
  /** The day the rule counts from. */
  readonly anchorDay: CivilDate;
  /** The last day, where it is not the rule's own count from the anchor: a letter says it, or a delay was renewed. */
  readonly lastDay?: CivilDate;
  /** The day what was asked for was done; null while it is to do. */
  readonly doneOn: CivilDate | null;
  /** Where it is done, under the operation's own address: `/coefficients/cle-du-mois`. */
  readonly path: string;
};

export type DeadlineSubject = {
  /** Unique among the subjects of the same rule of the same operation: an id, the first day of a period. */
  readonly id: string;
  /** As people call it, in French: « avril 2026 ». */
  readonly text: string;
  /** Whether the text may name a person: it then stays inside, out of mails and calendars. */
  readonly namesPerson: boolean;
};

export type DeadlineState =
  /** To do, on no given day. */
  | { readonly kind: "open" }
  | { readonly kind: "to_come" }
  /** Within the next seven days. */
  | { readonly kind: "due_soon" }
  /** In the unit of the rule; months are told in calendar days. */
  | { readonly kind: "late"; readonly days: number; readonly unit: Exclude<DeadlineUnit, "months"> }
  /** `days` after the last day in the unit of the rule; 0 when it was in time. */
  | { readonly kind: "done"; readonly on: CivilDate; readonly lateDays: number };

/** What a rule makes of an event, seen from a day. */
export type Deadline = DeadlineEvent & {
  /** Unique, and the same on every day. */
  readonly id: string;
  readonly family: DeadlineRule["family"];
  readonly articles: DeadlineRule["articles"];
  readonly actor: DeadlineRule["actor"];
  readonly nature: DeadlineRule["nature"];
  /** How its days are counted; null where it has no day. */
  readonly unit: DeadlineUnit | null;
  /** The last day, included; null: as soon as possible. */
  readonly dueDay: CivilDate | null;
  readonly state: DeadlineState;
};
