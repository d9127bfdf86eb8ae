/** What a change of a climate plan is about. */
export type PlanChangeKind = "status" | "note" | "evidence" | "profile" | "referential" | "snapshot" | "audit";
