import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { StatusDetail } from "./action-status";
import type { NodeScore } from "./node-score";
import type { ActionCategory } from "./referential";
import type { ShownStatus } from "./shown-status";
import type { CategoryPoints } from "./sum-by-category";

/** What is said of an action beside its status, as a report prints it; null where nothing is. */
export type ReportedNote = {
  readonly explanation: string | null;
  /** Why it is not concerned. */
  readonly outReason: string | null;
  readonly pilot: string | null;
  readonly dueDay: CivilDate | null;
};

/** A node of the plan as a report has it, whatever its level. */
export type ReportedAction = {
  readonly id: string;
  /** `3.1.1.5`; empty for the root. */
  readonly number: string;
  /** Null where the text does not say. */
  readonly title: string | null;
  readonly level: "root" | "group" | "measure" | "sub_action" | "task";
  /** 0 for the root. */
  readonly depth: number;
  readonly category: ActionCategory | null;
  readonly score: NodeScore;
  /** Null above the sub-actions too, which have no status. */
  readonly shown: ShownStatus;
  /** With `detailed` only. */
  readonly detail: StatusDetail | null;
  readonly note: ReportedNote | null;
  /** What proves it, a line each. */
  readonly evidence: readonly string[];
};

/** What a collectivity says of itself, and what follows from it. */
export type ReportedPersonalisation = {
  /** Label and value, in words. */
  readonly identity: readonly (readonly [string, string])[];
  readonly answers: readonly { readonly theme: string; readonly question: string; readonly answer: string }[];
  readonly consequences: readonly {
    readonly number: string;
    readonly title: string | null;
    readonly effect: string;
    readonly reasons: readonly string[];
    /** [points] */
    readonly referencePoints: number;
    readonly potentialPoints: number;
  }[];
};

/** What moved between two states of a plan. */
export type ReportedChange = {
  /** Of the state it is compared with. */
  readonly name: string;
  readonly takenAtMs: number;
  readonly before: Pick<NodeScore, "potentialPoints" | "donePoints" | "plannedPoints">;
  /** Measures whose points moved, the most moved first. */
  readonly measures: readonly {
    readonly number: string;
    readonly title: string | null;
    readonly before: NodeScore;
    readonly after: NodeScore;
  }[];
};

/** A state of a climate plan with all that is said of it: what a workbook and a synthesis are made of. */
export type ClimateReport = {
  readonly collectivityName: string;
  /** Null: the plan as it stands. */
  readonly snapshot: { readonly name: string; readonly takenAtMs: number } | null;
  readonly writtenAtMs: number;
  /** Of the text in force; null: the one shipped with the product. */
  readonly referentialImportedAtMs: number | null;
  readonly stars: number;
  /** Part done, from 0 to 1. */
  readonly doneRatio: number;
  readonly root: NodeScore;
  /** The root first, then in the order of the referential. */
  readonly actions: readonly ReportedAction[];
  readonly categories: readonly (readonly [ActionCategory, CategoryPoints])[];
  /** Null where the state did not keep it. */
  readonly personalisation: ReportedPersonalisation | null;
  /** Null without an earlier state to compare with. */
  readonly change: ReportedChange | null;
};
